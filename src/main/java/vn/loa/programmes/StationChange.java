package vn.loa.programmes;

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

/** When a station was on air before somebody changed it. Never changed itself. */
@Entity
@Table(name = "station_change")
public class StationChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "station")
    private Station station;

    private Instant until;
    private @Nullable StationSettings settings;

    protected StationChange() {}

    /** @param settings as they were; null where nobody knows them */
    StationChange(Station station, @Nullable StationSettings settings, Instant until) {
        this.station = station;
        this.settings = settings;
        this.until = until;
    }

    /** The first moment at which the station had other settings. */
    Instant until() {
        return until;
    }

    /** Empty where nobody knows them. */
    Optional<StationSettings> settings() {
        return Optional.ofNullable(settings);
    }
}
