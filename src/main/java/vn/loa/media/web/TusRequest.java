package vn.loa.media.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.media.uploads.AnnounceUpload;
import vn.loa.media.uploads.Checksum;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadChronicle;
import vn.loa.media.uploads.UploadRefused;
import vn.loa.media.uploads.UploadRefused.Reason;
import vn.loa.media.uploads.UploadStatus;
import vn.loa.media.uploads.UploadedName;

/** What a request of tus says beside its address, and its bytes. */
@RequestScoped
class TusRequest {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}");

    @Inject
    private CurrentUser user;

    @Inject
    private ReceiveUpload uploads;

    @Inject
    private AnnounceUpload announcements;

    @Inject
    private UploadChronicle chronicle;

    @Inject
    private HttpServletRequest request;

    /** The version of tus that it speaks. */
    String version() {
        return String.valueOf(request.getHeader("Tus-Resumable"));
    }

    /** The method that is meant by a client that can only post, in capitals. */
    String meantMethod() {
        return String.valueOf(request.getHeader("X-HTTP-Method-Override")).toUpperCase(Locale.ROOT);
    }

    /**
     * The name of the account that sends.
     *
     * @throws NotPermitted unless it may
     */
    String owner() {
        var by = user.require();
        if (!by.is(Role.EDITOR)) {
            throw new NotPermitted(by, "upload");
        }
        return by.name();
    }

    /** Whether its body is bytes of an upload. */
    boolean isContent() {
        // The server adds a charset to whatever is sent.
        var type = request.getContentType();
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(Tus.CONTENT);
    }

    /** Announces what its headers describe; a refusal is written down. */
    UploadStatus announce(String owner, @Nullable String metadata, @Nullable String length) {
        try {
            requireNoDeferral();
            return announcements.announce(owner, UploadedName.ofMetadata(metadata), number("Upload-Length", length));
        } catch (UploadRefused refused) {
            chronicle.refused(owner, refused);
            throw refused;
        }
    }

    /** Takes its bytes; a refusal is written down. @return how many are here now */
    long receive(String owner, String id, @Nullable String offset, InputStream content) throws IOException {
        var checksum = request.getHeader("Upload-Checksum");
        try {
            return uploads.receive(
                    owner,
                    id,
                    number("Upload-Offset", offset),
                    request.getContentLengthLong(),
                    checksum == null ? null : Checksum.parse(checksum),
                    content);
        } catch (UploadRefused refused) {
            chronicle.refused(owner, id, refused);
            throw refused;
        }
    }

    /** The extension in which the length comes later is not spoken here. */
    private void requireNoDeferral() {
        if (request.getHeader("Upload-Defer-Length") != null) {
            throw new UploadRefused(
                    Reason.MALFORMED, "Upload-Defer-Length is not taken here: say Upload-Length, and nothing else");
        }
    }

    private static long number(String header, @Nullable String value) {
        if (value == null || !NUMBER.matcher(value.strip()).matches()) {
            throw new UploadRefused(Reason.MALFORMED, header + " must be a whole number of bytes");
        }
        // What has more digits than any file has bytes is not nonsense, but too much.
        return new BigInteger(value.strip())
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }
}
