package vn.loa.programmes.log;

import jakarta.json.JsonObject;
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
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.Jsons;
import vn.loa.taxonomy.Locality;

/** A table of broadcasts that was brought in, and what came of it. */
@Entity
@Table(name = "broadcast_file")
public class BroadcastFile {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "locality")
    private @Nullable Locality locality;

    private String name;
    private @Nullable String problem;
    private String detail;
    private int stored;
    private int known;
    private int refused;
    private String faults;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private String madeBy;

    protected BroadcastFile() {}

    /** @param locality whose page it was brought to; null for that of several communes */
    BroadcastFile(@Nullable Locality locality, String name, LogFile outcome, Instant madeAt, String madeBy) {
        this.locality = locality;
        this.name = name;
        this.problem = outcome.problem();
        this.detail = outcome.detail();
        this.stored = outcome.stored();
        this.known = outcome.known();
        this.refused = outcome.refused();
        this.faults = written(outcome.faults());
        this.madeAt = madeAt;
        this.madeBy = madeBy;
    }

    private static String written(List<LogFile.Fault> faults) {
        var array = Jsons.array();
        faults.forEach(fault -> array.add(Jsons.object()
                .add("line", fault.line())
                .add("fault", fault.fault().code())));
        return array.build().toString();
    }

    LogFile outcome() {
        try (var reader = Jsons.reader(new StringReader(faults))) {
            return new LogFile(
                    requireId(),
                    name,
                    madeAt,
                    problem,
                    detail,
                    stored,
                    known,
                    refused,
                    reader.readArray().getValuesAs(JsonObject.class).stream()
                            .map(fault -> new LogFile.Fault(
                                    fault.getInt("line"), Coded.of(LogFault.class, fault.getString("fault"))))
                            .toList());
        }
    }

    long requireId() {
        return Objects.requireNonNull(id, "the file is not stored yet");
    }

    Optional<Locality> locality() {
        return Optional.ofNullable(locality);
    }

    String madeBy() {
        return madeBy;
    }
}
