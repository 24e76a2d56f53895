package vn.loa.programmes.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.log.LogLine;
import vn.loa.programmes.log.StationLog.Before;
import vn.loa.programmes.log.StationLog.Entry;

/**
 * An entry of an as-run log.
 *
 * @param version that a correction is about, as its ETag
 * @param key by which whoever has told it knows it; players of a station are named before theirs
 * @param at when it began
 * @param seconds how long it was heard; 0 when nobody knows, or it was not
 * @param outcome aired, cut or missed
 * @param origin who has told it: playout, api, file or hand
 * @param struck whether it was written by mistake, and counts for nothing
 * @param corrected whether it said something else before
 * @param by name of whoever has written it
 * @param history what it said before each correction, the latest first; only where one entry is read
 */
@Schema(name = "Broadcast")
public record BroadcastDocument(
        long id,
        long version,
        String key,
        String locality,
        OffsetDateTime at,
        String product,
        Texts title,
        String language,
        int seconds,
        String outcome,
        String origin,
        String note,
        boolean struck,
        boolean corrected,
        String by,
        @Nullable List<Was> history) {
    /**
     * What an entry said until it was corrected.
     *
     * @param until when it was
     * @param by name of whoever has corrected it
     * @param reason why; undo, again and aired where the portal knows it: taken back at once, told anew, or told better by the station
     */
    @Schema(name = "BroadcastWas")
    public record Was(
            OffsetDateTime until,
            String by,
            String reason,
            OffsetDateTime at,
            Texts title,
            String language,
            int seconds,
            String outcome,
            String note,
            boolean struck) {
        private static Was of(Before before) {
            return new Was(
                    before.at().atZone(TimeSource.ZONE).toOffsetDateTime(),
                    before.by(),
                    before.reason(),
                    before.aired().atZone(TimeSource.ZONE).toOffsetDateTime(),
                    before.title(),
                    before.language(),
                    before.seconds(),
                    before.outcome().code(),
                    before.note(),
                    before.struck());
        }
    }

    /** @param locality code of the commune */
    static BroadcastDocument of(String locality, LogLine line) {
        return of(locality, line, null);
    }

    /** With what it said before. */
    static BroadcastDocument of(Entry entry) {
        return of(
                entry.code(), entry.line(), entry.before().stream().map(Was::of).toList());
    }

    private static BroadcastDocument of(String locality, LogLine line, @Nullable List<Was> history) {
        return new BroadcastDocument(
                line.id(),
                line.version(),
                line.key(),
                locality,
                line.at().atZone(TimeSource.ZONE).toOffsetDateTime(),
                line.slug(),
                line.title(),
                line.language(),
                line.seconds(),
                line.outcome().code(),
                line.origin().code(),
                line.note(),
                line.struck(),
                line.corrected(),
                line.by(),
                history);
    }
}
