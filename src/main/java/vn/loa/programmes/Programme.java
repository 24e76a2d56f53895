package vn.loa.programmes;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a station plays in one week: the edition that is worked on, and the one that everybody sees. */
@Entity
public class Programme {
    /** Stations ask so often. */
    private static final int ASKED_MINUTES = 1;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "station")
    private Station station;

    private LocalDate monday;
    private int edition;
    private @Nullable Integer published;

    protected Programme() {}

    Programme(Station station, Week week) {
        this.station = station;
        this.monday = week.monday();
    }

    /** Another edition is worked on from now on. */
    void workOn(int number) {
        edition = number;
    }

    /** Everybody sees an edition from now on. */
    void show(int number) {
        published = number;
    }

    /** Nobody sees it any longer. */
    void hide() {
        published = null;
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    public long requireId() {
        return Objects.requireNonNull(id, "the programme is not stored yet");
    }

    /** Counts its changes, as far as they are stored. */
    public long version() {
        return version;
    }

    public Station station() {
        return station;
    }

    public Week week() {
        return new Week(monday);
    }

    /** The number of the edition that is worked on. */
    public int edition() {
        return edition;
    }

    /** The number of the edition that everybody sees. */
    public Optional<Integer> published() {
        return Optional.ofNullable(published);
    }

    /**
     * What begins no later stays as everybody sees it, whatever is written: it was heard, or is by the time stations ask again. Of a programme that nobody sees, nothing
     * was.
     */
    public LocalDateTime begunBy(LocalDateTime now) {
        return published == null
                ? LocalDateTime.MIN
                : now.truncatedTo(ChronoUnit.SECONDS).plusMinutes(ASKED_MINUTES);
    }

    /** Whether everybody sees what is worked on. */
    public boolean isShownAsItIs() {
        return published != null && published == edition;
    }
}
