package vn.loa.programmes.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.JsonFields;
import vn.loa.programmes.log.AiredOutcome;
import vn.loa.programmes.log.AiredTime;
import vn.loa.programmes.log.LogEntry;
import vn.loa.programmes.log.LogFault;
import vn.loa.programmes.log.WriteLog;
import vn.loa.programmes.log.WriteLog.Result;
import vn.loa.programmes.log.WriteLog.Taken;

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
     * An entry as it was sent.
     *
     * @param faults what in it says nothing, which keeps no other entry from being taken; the entry is not to be looked at then, but for its key
     */
    record Said(LogEntry entry, List<LogFault> faults) {}

    /**
     * Reads them. Fields that are missing, unknown or of the wrong type are violations; what a field says is judged entry by entry.
     *
     * @param place the commune of entries that do not say theirs, since there is but one that it can be; null when they say it
     */
    static List<Said> read(JsonFields fields, @Nullable String place) {
        var entries = fields.objects("entries", entry -> entry(entry, place));
        if (entries.isEmpty() || entries.size() > WriteLog.MOST) {
            fields.violated("entries", "must be 1 to " + WriteLog.MOST + " entries");
        }
        return entries;
    }

    /** Has those taken that can be. @param log takes entries, and tells what became of each in their order @return what became of each that was sent, in their order */
    static List<Taken> take(List<Said> said, Function<List<LogEntry>, List<Taken>> log) {
        var clear = said.stream()
                .filter(each -> each.faults().isEmpty())
                .map(Said::entry)
                .toList();
        var taken = log.apply(clear).iterator();
        return said.stream()
                .map(each -> each.faults().isEmpty()
                        ? taken.next()
                        : new Taken(each.entry().key(), Result.REFUSED, null, each.faults()))
                .toList();
    }

    private static Said entry(JsonFields entry, @Nullable String place) {
        var key = entry.text("key");
        var faults = new ArrayList<LogFault>();
        var at = AiredTime.of(entry.text("at"));
        if (at.fault() != null) {
            faults.add(at.fault());
        }
        var planned = entry.optionalText("planned").map(AiredTime::of).orElse(null);
        if (planned != null && planned.fault() != null) {
            faults.add(LogFault.PLANNED);
        }
        var written = new LogEntry(
                key,
                place == null ? entry.text("locality") : place,
                Objects.requireNonNullElse(at.moment(), Instant.EPOCH),
                entry.text("product"),
                entry.text("language"),
                seconds(entry, faults),
                outcome(entry, AiredOutcome.AIRED, faults),
                entry.optionalText("note").orElse(""),
                planned == null ? null : planned.moment());
        return new Said(written, List.copyOf(faults));
    }

    static @Nullable Integer seconds(JsonFields entry, List<LogFault> faults) {
        var seconds = entry.optionalNumber("seconds");
        if (seconds.filter(number -> number != number.intValue()).isPresent()) {
            faults.add(LogFault.SECONDS);
        }
        return seconds.map(Long::intValue).orElse(null);
    }

    /** @param otherwise what it is where nothing is said */
    static AiredOutcome outcome(JsonFields entry, AiredOutcome otherwise, List<LogFault> faults) {
        var code = entry.optionalText("outcome").orElse(otherwise.code());
        try {
            return Coded.of(AiredOutcome.class, code);
        } catch (IllegalArgumentException none) {
            faults.add(LogFault.OUTCOME);
            return AiredOutcome.AIRED;
        }
    }
}
