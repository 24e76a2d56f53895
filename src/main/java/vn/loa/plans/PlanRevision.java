package vn.loa.plans;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Locality;

/** One wording of a plan. The public sees one revision while editors may work on the next. */
@Entity
@Table(name = "plan_revision")
public class PlanRevision {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan")
    private Plan plan;

    private int number;

    @Column(name = "document_number")
    private @Nullable String documentNumber;

    private @Nullable String symbol;
    private String kind;

    @Embedded
    private @Nullable ImpreciseDate issued;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency")
    private @Nullable Agency agency;

    private String subject;
    private Texts summary = Texts.none();
    private Level level;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "locality")
    private Locality locality;

    @Column(name = "period_from")
    private @Nullable Integer periodFrom;

    @Column(name = "period_to")
    private @Nullable Integer periodTo;

    private @Nullable String programme;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent")
    private @Nullable Plan parent;

    @Column(name = "signer_name")
    private @Nullable String signerName;

    @Column(name = "signer_capacity")
    private @Nullable String signerCapacity;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "offered")
    private @Nullable SourceDocument offered;

    @OneToMany(mappedBy = "revision", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    @OrderBy("position")
    private List<LegalBasis> legalBases = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "plan_recipient", joinColumns = @JoinColumn(name = "revision"))
    @OrderColumn(name = "position")
    private List<Recipient> recipients = new ArrayList<>();

    @OneToMany(mappedBy = "revision", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    @OrderBy("position")
    private List<Section> sections = new ArrayList<>();

    @OneToMany(mappedBy = "revision", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    @OrderBy("position")
    private List<Deliverable> deliverables = new ArrayList<>();

    protected PlanRevision() {}

    @SuppressWarnings("NullAway.Init") // The content is written before anyone sees it.
    PlanRevision(Plan plan, int number) {
        this.plan = plan;
        this.number = number;
    }

    void write(PlanContent content, @Nullable Agency issuedBy, Locality where, @Nullable Plan details) {
        documentNumber = content.number();
        symbol = content.symbol();
        kind = content.kind();
        issued = content.issued();
        subject = content.subject();
        summary = content.summary();
        level = content.level();
        periodFrom = content.periodFrom();
        periodTo = content.periodTo();
        programme = content.programme();
        var signer = content.signer();
        signerName = signer == null ? null : signer.name();
        signerCapacity = signer == null ? null : signer.capacity();
        recipients = new ArrayList<>(content.recipients());
        sections.clear();
        content.sections().forEach(part -> sections.add(new Section(this, sections.size() + 1, part)));
        agency = issuedBy;
        locality = where;
        parent = details;
    }

    /** Takes out what stands in lists, so that it can be written anew; the caller then flushes. */
    void clear() {
        legalBases.clear();
        recipients = new ArrayList<>();
        sections.clear();
        deliverables.clear();
    }

    void restOn(List<LegalBasis> bases) {
        legalBases.clear();
        legalBases.addAll(bases);
    }

    void promise(List<Deliverable> promises) {
        deliverables.clear();
        deliverables.addAll(promises);
    }

    /** The public is given this document with it, once it is published; null for none. */
    void offer(@Nullable SourceDocument document) {
        offered = document;
    }

    /** The document that the public is given with it. */
    public Optional<SourceDocument> offered() {
        return Optional.ofNullable(offered);
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    public Plan plan() {
        return plan;
    }

    /** Of the revision, from 1; the number of the document is {@link #documentNumber}. */
    public int number() {
        return number;
    }

    /** As published; absent when the plan was published without. */
    public Optional<String> documentNumber() {
        return Optional.ofNullable(documentNumber);
    }

    public Optional<String> symbol() {
        return Optional.ofNullable(symbol);
    }

    /** Number and symbol as people cite them, {@code 159/KH-UBND}; absent when the plan was published without a number. */
    public Optional<String> reference() {
        return documentNumber()
                .map(published -> symbol().map(s -> published + "/" + s).orElse(published));
    }

    public String kind() {
        return kind;
    }

    public Optional<ImpreciseDate> issued() {
        return Optional.ofNullable(issued);
    }

    /** Who has issued it. @throws NullPointerException for a draft of which that is not known */
    public Agency agency() {
        return Objects.requireNonNull(agency, "what is handed in has an agency");
    }

    /** Who has issued it; empty while that is not known of a draft. */
    public Optional<Agency> issuer() {
        return Optional.ofNullable(agency);
    }

    /** Trích yếu. */
    public String subject() {
        return subject;
    }

    public Texts summary() {
        return summary;
    }

    public Level level() {
        return level;
    }

    public Locality locality() {
        return locality;
    }

    /** First year. */
    public Optional<Integer> periodFrom() {
        return Optional.ofNullable(periodFrom);
    }

    /** Last year. */
    public Optional<Integer> periodTo() {
        return Optional.ofNullable(periodTo);
    }

    public Optional<String> programme() {
        return Optional.ofNullable(programme);
    }

    /** The plan that this one details. */
    public Optional<Plan> parent() {
        return Optional.ofNullable(parent);
    }

    public Optional<String> signerName() {
        return Optional.ofNullable(signerName);
    }

    public Optional<String> signerCapacity() {
        return Optional.ofNullable(signerCapacity);
    }

    public List<LegalBasis> legalBases() {
        return Collections.unmodifiableList(legalBases);
    }

    public List<Recipient> recipients() {
        return Collections.unmodifiableList(recipients);
    }

    public List<Section> sections() {
        return Collections.unmodifiableList(sections);
    }

    public List<Deliverable> deliverables() {
        return Collections.unmodifiableList(deliverables);
    }
}
