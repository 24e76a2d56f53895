package vn.loa.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a plan's text. Its anchor is its own, since plans skip and repeat numbers. */
@Entity
@Table(name = "plan_section")
public class Section {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "revision")
    private PlanRevision revision;

    private int position;
    private int depth;
    private @Nullable String number;
    private String title;
    private String anchor;

    @Column(name = "body")
    private String text;

    protected Section() {}

    Section(PlanRevision revision, int position, PlanContent.Part part) {
        this.revision = revision;
        this.position = position;
        this.depth = part.depth();
        this.number = part.number();
        this.title = part.title();
        this.anchor = part.anchor();
        this.text = part.text();
    }

    /** 1 for the parts of the plan, 2 for what stands below them, at most 6. */
    public int depth() {
        return depth;
    }

    /** As published: {@code II}, {@code 2.1}, {@code đ}; absent when the section has none. */
    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    public String title() {
        return title;
    }

    /** The fragment of its address; unique and stable within the plan. */
    public String anchor() {
        return anchor;
    }

    /** Plain text; paragraphs are parted by an empty line. */
    public String text() {
        return text;
    }
}
