package vn.loa.taxonomy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/** A body that issues plans and works: a people's committee, a department, a commune's committee. */
@Entity
public class Agency {
    /** No office has been reformed so often; whoever makes two take over from each other must not be waited for without end. */
    private static final int MOST_STEPS = 10;

    @Id
    private String code;

    @Version
    private long version;

    private Texts name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "locality")
    private @Nullable Locality locality;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "successor")
    private @Nullable Agency successor;

    @Column(name = "proposed_by")
    private @Nullable String proposedBy;

    @Column(name = "proposed_at")
    private @Nullable Instant proposedAt;

    protected Agency() {}

    public Agency(
            String code,
            Texts name,
            @Nullable Locality locality,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this.code = code;
        this.name = name;
        this.locality = locality;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    /** One that the list lacks: works can name it, and nobody has taken it into the list yet. @param by name of the account of who names it */
    public static Agency proposed(String code, Texts name, String by, Instant at) {
        var proposed = new Agency(code, name, null, null, null);
        proposed.proposedBy = by;
        proposed.proposedAt = at;
        return proposed;
    }

    /** Takes it into the list. */
    public void accept() {
        proposedBy = null;
        proposedAt = null;
    }

    /** Whether nobody has taken it into the list yet. */
    public boolean isProposed() {
        return proposedAt != null;
    }

    /** Name of the account of who named it; empty once it is in the list. */
    public Optional<String> proposedBy() {
        return Optional.ofNullable(proposedBy);
    }

    /** When it was named; empty once it is in the list. */
    public Optional<Instant> proposedAt() {
        return Optional.ofNullable(proposedAt);
    }

    /** Records who took over its work; nobody when it is null. */
    public void becomes(@Nullable Agency successor) {
        this.successor = successor;
    }

    /** @param validTo the first day on which it is no more; null while it exists */
    public void describe(
            Texts name, @Nullable Locality locality, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
        this.name = name;
        this.locality = locality;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    public long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public Texts name() {
        return name;
    }

    public Optional<Locality> locality() {
        return Optional.ofNullable(locality);
    }

    public Optional<LocalDate> validFrom() {
        return Optional.ofNullable(validFrom);
    }

    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    /** Who took over its work at first, and may have handed it on since. */
    public Optional<Agency> successor() {
        return Optional.ofNullable(successor);
    }

    /** Whether another one has taken over its work, from it or from one of those who did. */
    public boolean handsOnTo(Agency other) {
        var next = successor();
        for (var step = 0; step < MOST_STEPS && next.isPresent(); step++) {
            if (next.get().equals(other)) {
                return true;
            }
            next = next.flatMap(Agency::successor);
        }
        return false;
    }

    /** Who does its work now: the last of those who took over from one another. Empty while nobody has taken over from it. */
    public Optional<Agency> lastSuccessor() {
        var last = successor();
        for (var step = 1; step < MOST_STEPS; step++) {
            var next = last.flatMap(Agency::successor);
            if (next.isEmpty()) {
                return last;
            }
            last = next;
        }
        return last;
    }
}
