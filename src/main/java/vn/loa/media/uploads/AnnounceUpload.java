package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import vn.loa.common.Messages;
import vn.loa.media.FileFormat;
import vn.loa.media.uploads.UploadRefused.Reason;

/** Decides whether a file may come, before any byte of it comes. */
@ApplicationScoped
public class AnnounceUpload {
    private final SecureRandom random = new SecureRandom();

    @Inject
    private PromisedRoom room;

    @Inject
    private UploadSweep sweep;

    @Inject
    private UploadLimits limits;

    @Inject
    private Clock clock;

    /**
     * Announces an upload, before any byte of it comes. Where the disk has no room for it, bytes that are needed no longer make some. Not within a
     * transaction, whose locks would be held while files are deleted.
     *
     * @param owner the account's name
     * @param length in bytes
     * @throws UploadRefused when it says of itself that it is nothing that is ever taken, is too large, or the account or the disk has no room
     */
    @Transactional(Transactional.TxType.NEVER)
    public UploadStatus announce(String owner, UploadedName name, long length) {
        requireTaken(name);
        if (length > limits.mostBytes()) {
            throw UploadRefused.beyond(limits.mostBytes(), Reason.TOO_LARGE, "Files of at most %,d bytes are taken");
        }
        var upload = new Upload(newId(), owner, name, length, clock.instant());
        try {
            room.give(upload);
        } catch (UploadRefused refused) {
            if (refused.reason() != Reason.NO_ROOM) {
                throw refused;
            }
            makeRoom();
            room.give(upload);
        }
        return UploadStatus.of(upload);
    }

    /** What its bytes are is told when they are here. */
    private static void requireTaken(UploadedName file) {
        var type = file.type();
        if (type != null && !FileFormat.mayBeSaidToBe(type)) {
            throw new UploadRefused(
                    Reason.NOT_TAKEN,
                    "%s is said to be %s, which is not taken. %s"
                            .formatted(file.name(), type, Messages.in("en").text("upload.refused.not-taken")));
        }
    }

    private void makeRoom() {
        try {
            sweep.makeRoom();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give up the bytes of uploads that are needed no longer", e);
        }
    }

    private String newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
