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
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.loa.common.TimeSource;

/** Something urgent that everybody saw until it was stopped. Nobody is asked for it any more, but what was heard of it was heard of an emergency. Never changed. */
@Entity
@Table(name = "stopped_emergency")
public class StoppedEmergency {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "station")
    private Station station;

    @Column(name = "planned_at")
    private Instant plannedAt;

    private long product;
    private String language;
    private int seconds;

    protected StoppedEmergency() {}

    StoppedEmergency(Station station, PlannedItem item) {
        this.station = station;
        this.plannedAt = item.at().atZone(TimeSource.ZONE).toInstant();
        this.product = item.product();
        this.language = item.language();
        this.seconds = item.seconds();
    }

    /** As it stood in the programme. */
    public PlannedItem item() {
        return new PlannedItem(
                LocalDateTime.ofInstant(plannedAt, TimeSource.ZONE), product, language, seconds, ItemPriority.URGENT);
    }
}
