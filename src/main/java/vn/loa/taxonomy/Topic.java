package vn.loa.taxonomy;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/** What a work is about; a tree whose roots include the six basic social services. */
@Entity
public class Topic {
    @Id
    private String code;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent")
    private @Nullable Topic parent;

    private Texts label;
    private String icon;
    private int position;

    protected Topic() {}

    public Topic(String code, @Nullable Topic parent, Texts label, String icon, int position) {
        this.code = code;
        this.parent = parent;
        this.label = label;
        this.icon = icon;
        this.position = position;
    }

    public String code() {
        return code;
    }

    public Optional<Topic> parent() {
        return Optional.ofNullable(parent);
    }

    public Texts label() {
        return label;
    }

    /** The name of a symbol in the icon sprite, without its prefix. */
    public String icon() {
        return icon;
    }

    public int position() {
        return position;
    }
}
