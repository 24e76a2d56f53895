package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import vn.loa.accounts.AuditTrail;
import vn.loa.media.uploads.UploadRefused.Reason;

/** Writes down in the audit trail what of uploads leaves no other trace: files that were not taken, and uploads that their owners ended. */
@ApplicationScoped
@Transactional
public class UploadChronicle {
    /** Stands for an upload that never came to be, in the place of its id. */
    private static final String NONE = "-";

    private static final String KIND = "upload";

    /** Uploads are known by their ids, which are no numbers. */
    private static final long UNNUMBERED = 0;

    /** What happens to every program that continues an upload. All else is wrong with what was sent, and is written down. */
    private static final Set<Reason> USUAL = EnumSet.of(
            Reason.UNKNOWN, Reason.EXPIRED, Reason.WRONG_OFFSET, Reason.LOCKED, Reason.INCOMPLETE, Reason.TAKEN);

    @Inject
    private AuditTrail audit;

    @Inject
    private Uploads uploads;

    /** An announcement was refused: there is no upload. */
    public void refused(String owner, UploadRefused why) {
        refused(owner, NONE, why);
    }

    /** Bytes of an upload were refused. */
    public void refused(String owner, String upload, UploadRefused why) {
        if (!USUAL.contains(why.reason())) {
            audit.record(
                    owner,
                    "refuse-upload",
                    KIND,
                    UNNUMBERED,
                    upload,
                    why.reason().code() + ": " + why.getMessage());
        }
    }

    /** Forgets an upload, unless it has become an asset. Whether it was there. */
    boolean end(Upload upload) {
        var ended = uploads.remove(upload.id());
        if (ended) {
            audit.record(
                    upload.owner(),
                    "end-upload",
                    KIND,
                    UNNUMBERED,
                    upload.id(),
                    "%s, %d of %d bytes".formatted(upload.name(), upload.received(), upload.length()));
        }
        return ended;
    }
}
