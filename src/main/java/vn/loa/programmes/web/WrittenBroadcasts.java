package vn.loa.programmes.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.JsonFields;
import vn.loa.programmes.log.AiredOutcome;
import vn.loa.programmes.log.AiredTime;
import vn.loa.programmes.log.LogEntry;
import vn.loa.programmes.log.LogFault;
import vn.loa.programmes.log.WriteLog;

/** Entries of as-run logs as a program writes them: 1 to 1,000. */
@Schema(name = "BroadcastsWriting")
public record WrittenBroadcasts(List<Item> entries) {
    /**
     * One entry.
     *
     * @param key chosen by the sender, at most 100 characters
     * @param locality code of the commune
     * @param at when it began: local time of Vietnam, or with an offset
     * @param product its slug
     * @param seconds how long it was heard; as long as it lasts when it is missing
     * @param outcome aired, cut or missed; aired when it is missing
     * @param planned when it was to begin by the programme, however late it did, written as at: who tells of the same broadcast is known by it
     */
    @Schema(name = "BroadcastWriting")
    public record Item(
            String key,
            String locality,
            String at,
            String product,
            String language,
            @Nullable Integer seconds,
            @Nullable String outcome,
            @Nullable String note,
            @Nullable String planned) {}

    /**
     * Reads them; what is wrong is a violation of the fields.
     *
     * @param place the commune of entries that do not say theirs, since there is but one that it can be; null when they say it
     */
    static List<LogEntry> read(JsonFields fields, @Nullable String place) {
        var entries = fields.objects("entries", entry -> entry(entry, place));
        if (entries.isEmpty() || entries.size() > WriteLog.MOST) {
            fields.violated("entries", "must be 1 to " + WriteLog.MOST + " entries");
        }
        return entries;
    }

    private static LogEntry entry(JsonFields entry, @Nullable String place) {
        var key = entry.text("key");
        var at = AiredTime.of(entry.text("at"));
        if (at.fault() != null) {
            entry.violated("at", at.fault().message() + ", like 2026-11-27T05:00:00+07:00");
        }
        var planned = entry.optionalText("planned").map(AiredTime::of).orElse(null);
        if (planned != null && planned.fault() != null) {
            entry.violated("planned", planned.fault().message() + ", like 2026-11-27T05:00:00+07:00");
        }
        return new LogEntry(
                key,
                place == null ? entry.text("locality") : place,
                Objects.requireNonNullElse(at.moment(), Instant.EPOCH),
                entry.text("product"),
                entry.text("language"),
                entry.optionalInt("seconds").orElse(null),
                outcome(entry),
                entry.optionalText("note").orElse(""),
                planned == null ? null : planned.moment());
    }

    private static AiredOutcome outcome(JsonFields entry) {
        var code = entry.optionalText("outcome").orElse(AiredOutcome.AIRED.code());
        try {
            return Coded.of(AiredOutcome.class, code);
        } catch (IllegalArgumentException none) {
            entry.violated("outcome", LogFault.OUTCOME.message());
            return AiredOutcome.AIRED;
        }
    }
}
