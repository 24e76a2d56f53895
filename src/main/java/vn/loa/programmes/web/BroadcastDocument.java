package vn.loa.programmes.web;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.common.Texts;
import vn.loa.programmes.log.LogLine;

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
 */
@Schema(name = "Broadcast")
public record BroadcastDocument(
        long id,
        long version,
        String key,
        String locality,
        Instant at,
        String product,
        Texts title,
        String language,
        int seconds,
        String outcome,
        String origin,
        String note,
        boolean struck,
        boolean corrected,
        String by) {
    /** @param locality code of the commune */
    static BroadcastDocument of(String locality, LogLine line) {
        return new BroadcastDocument(
                line.id(),
                line.version(),
                line.key(),
                locality,
                line.at(),
                line.slug(),
                line.title(),
                line.language(),
                line.seconds(),
                line.outcome().code(),
                line.origin().code(),
                line.note(),
                line.struck(),
                line.corrected(),
                line.by());
    }
}
