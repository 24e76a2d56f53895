package vn.loa.programmes.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.delivery.DeliveryLog.Line;

/**
 * One time that a week of a station was sent to another system, for programs.
 *
 * @param delivery id of what was sent, the same for all attempts at it
 * @param target the name of that system
 * @param week as 2026-W48
 * @param revision of the programme; null when nothing came to be sent
 * @param urgent whether it was sent for something that cannot wait
 * @param outcome accepted, newer (there is something newer), failed (it is tried again) or refused
 * @param reason why it was not taken, as a code; null when it was
 * @param detail what the other side has said; may be empty
 * @param bytes that went over the line, or into the folder
 * @param leftOut how much of the programme was not in it, since it cannot be played
 * @param left the first of that, at most 20
 */
@Schema(name = "ProgrammeDelivery")
public record DeliveryDocument(
        long delivery,
        Instant at,
        String target,
        String week,
        @Nullable Long revision,
        boolean urgent,
        String outcome,
        @Nullable String reason,
        String detail,
        long bytes,
        long tookMillis,
        int leftOut,
        List<Left> left) {
    public DeliveryDocument {
        left = List.copyOf(left);
    }

    /**
     * Something that is planned and was not sent.
     *
     * @param title as it was when it was public last
     * @param why withdrawn, no-voice, no-file (none is made for stations yet) or no-room (in its slot)
     */
    @Schema(name = "ProgrammeLeftOut")
    public record Left(OffsetDateTime begins, Texts title, String language, String why) {
        private static Left of(Lost lost) {
            return new Left(
                    TimeSource.moment(lost.at()),
                    lost.title(),
                    lost.language(),
                    lost.why().code());
        }
    }

    static DeliveryDocument of(Line line) {
        return new DeliveryDocument(
                line.delivery(),
                line.at(),
                line.target(),
                line.week().code(),
                line.revision() == 0 ? null : line.revision(),
                line.urgent(),
                line.outcome().code(),
                line.reason().isEmpty() ? null : line.reason(),
                line.detail(),
                line.bytes(),
                line.took().toMillis(),
                line.left().count(),
                line.left().first().stream().map(Left::of).toList());
    }
}
