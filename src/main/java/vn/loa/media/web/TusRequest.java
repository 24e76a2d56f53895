package vn.loa.media.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.media.uploads.Checksum;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadRefused;
import vn.loa.media.uploads.UploadRefused.Reason;

/** What a request of tus says beside its address, and its bytes. */
@RequestScoped
class TusRequest {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @Inject
    private CurrentUser user;

    @Inject
    private ReceiveUpload uploads;

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
        return sender().name();
    }

    /**
     * Who sends.
     *
     * @throws NotPermitted unless they may
     */
    Actor sender() {
        var by = user.require();
        if (!by.is(Role.EDITOR)) {
            throw new NotPermitted(by, "upload");
        }
        return by;
    }

    /** Whether its body is bytes of an upload. */
    boolean isContent() {
        // The server adds a charset to whatever is sent.
        var type = request.getContentType();
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(Tus.CONTENT);
    }

    /** Takes its bytes. @return how many are here now */
    long receive(String owner, String id, long offset, InputStream content) throws IOException {
        var checksum = request.getHeader("Upload-Checksum");
        return uploads.receive(
                owner,
                id,
                offset,
                request.getContentLengthLong(),
                checksum == null ? null : Checksum.parse(checksum),
                content);
    }

    static long number(String header, @Nullable String value) {
        if (value == null || !NUMBER.matcher(value.strip()).matches()) {
            throw new UploadRefused(Reason.MALFORMED, header + " must be a whole number of bytes");
        }
        return Long.parseLong(value.strip());
    }
}
