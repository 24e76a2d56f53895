package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.Messages;
import vn.loa.media.FileFormat;
import vn.loa.media.uploads.UploadRefused.Reason;

/** Turns away a file that says of itself that it is nothing Loa keeps, before any byte of it comes. What its bytes are is told when they are here. */
@ApplicationScoped
public class AdmitType {
    @Inject
    private AuditTrail audit;

    /**
     * A refusal leaves an entry in the audit trail.
     *
     * @throws UploadRefused when no file of the declared type is ever taken
     */
    @Transactional(dontRollbackOn = UploadRefused.class)
    public void admit(Actor by, UploadedName file) {
        var type = file.type();
        if (type != null && !FileFormat.mayBeSaidToBe(type)) {
            audit.record(by, "refuse-file", "upload", 0, by.name(), file.name() + " is said to be " + type);
            throw new UploadRefused(
                    Reason.NOT_TAKEN,
                    "%s is said to be %s, which is not taken. %s"
                            .formatted(file.name(), type, Messages.in("en").text("upload.refused.not-taken")));
        }
    }
}
