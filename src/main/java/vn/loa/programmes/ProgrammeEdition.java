package vn.loa.programmes;

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
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A programme as it was after one change. Never changed itself. */
@Entity
@Table(name = "programme_edition")
public class ProgrammeEdition {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "programme")
    private Programme programme;

    private int number;
    private @Nullable Integer previous;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private String madeBy;

    private String reason;

    @Column(name = "items")
    private Schedule schedule;

    protected ProgrammeEdition() {}

    /**
     * @param previous number of the one that it was made from; null for the first
     * @param reason code of what was done
     */
    ProgrammeEdition(
            Programme programme,
            int number,
            @Nullable Integer previous,
            Schedule schedule,
            String reason,
            String madeBy,
            Instant madeAt) {
        this.programme = programme;
        this.number = number;
        this.previous = previous;
        this.schedule = schedule;
        this.reason = reason;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    public Programme programme() {
        return programme;
    }

    public int number() {
        return number;
    }

    public Optional<Integer> previous() {
        return Optional.ofNullable(previous);
    }

    public Schedule schedule() {
        return schedule;
    }

    /** Code of what was done. */
    public String reason() {
        return reason;
    }

    public String madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
