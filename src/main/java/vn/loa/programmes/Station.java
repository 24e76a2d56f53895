package vn.loa.programmes;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.common.InvalidInput;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Locality;

/** The loudspeakers of a commune; that of a province is not heard anywhere, but is the template that communes copy from. */
@Entity
public class Station {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "locality")
    private Locality locality;

    private StationSettings settings;

    protected Station() {}

    Station(Locality locality) {
        this.locality = locality;
        this.settings = StationSettings.none();
    }

    /** @throws InvalidInput naming all that is wrong with it */
    void set(StationSettings others) {
        var faults = others.faults();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        settings = others;
    }

    /** Whether communes copy from it, and nobody hears it. */
    public boolean isTemplate() {
        return isTemplate(locality);
    }

    public static boolean isTemplate(Locality unit) {
        return unit.level() != Level.COMMUNE;
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    public long requireId() {
        return Objects.requireNonNull(id, "the station is not stored yet");
    }

    public long version() {
        return version;
    }

    public Locality locality() {
        return locality;
    }

    public StationSettings settings() {
        return settings;
    }
}
