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
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document that a plan rests on (căn cứ); a link when that document is in the portal too. */
@Entity
@Table(name = "plan_legal_basis")
public class LegalBasis {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "revision")
    private PlanRevision revision;

    private int position;
    private String reference;
    private String kind;

    @Column(name = "issued_on")
    private @Nullable LocalDate issuedOn;

    private @Nullable String issuer;
    private @Nullable String title;
    private Relation relation;
    private @Nullable String amends;

    @Column(name = "cited_in")
    private @Nullable String citedIn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan")
    private @Nullable Plan plan;

    protected LegalBasis() {}

    LegalBasis(PlanRevision revision, int position, PlanContent.Basis basis, @Nullable Plan plan) {
        this.revision = revision;
        this.position = position;
        this.reference = basis.reference();
        this.kind = basis.kind();
        this.issuedOn = basis.date();
        this.issuer = basis.issuer();
        this.title = basis.title();
        this.relation = basis.relation();
        this.amends = basis.amends();
        this.citedIn = basis.citedIn();
        this.plan = plan;
    }

    /** As it is cited: {@code 06/2022/TT-BTTTT}. */
    public String reference() {
        return reference;
    }

    /** Kind of document: KH, QĐ, TT, NQ, CV, CT, KL … */
    public String kind() {
        return kind;
    }

    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issuedOn);
    }

    public Optional<String> issuer() {
        return Optional.ofNullable(issuer);
    }

    /** What it is about, in few words. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    public Relation relation() {
        return relation;
    }

    /** The reference of the document that it amends, when it is cited for that. */
    public Optional<String> amends() {
        return Optional.ofNullable(amends);
    }

    /** The anchor of the section that cites it; absent when the preamble does. */
    public Optional<String> citedIn() {
        return Optional.ofNullable(citedIn);
    }

    /** The same document in the portal. */
    public Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }

    /** The revision that rests on it. */
    public PlanRevision revision() {
        return revision;
    }
}
