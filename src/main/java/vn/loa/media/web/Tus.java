package vn.loa.media.web;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Base64;
import vn.loa.common.web.HttpDates;
import vn.loa.common.web.Problem;
import vn.loa.media.uploads.Checksum;
import vn.loa.media.uploads.SenderBrokeOff;
import vn.loa.media.uploads.UploadLimits;
import vn.loa.media.uploads.UploadRefused;
import vn.loa.media.uploads.UploadStatus;

/** The words of the protocol tus 1.0.0, and its answers, to which {@link TusVersion} adds the version; refusals say why as problem+json. */
final class Tus {
    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,creation-with-upload,expiration,checksum,termination";
    static final String CONTENT = "application/offset+octet-stream";

    private static final Logger LOG = System.getLogger(Tus.class.getName());

    private Tus() {}

    /** Something that may be refused. */
    @FunctionalInterface
    interface Act {
        Response.ResponseBuilder perform() throws IOException;
    }

    /** Performs an act if the client speaks this version. */
    static Response answer(String version, Act act) throws IOException {
        if (!VERSION.equals(version)) {
            return refusal(Problem.of(412, "Speak tus " + VERSION + ": send Tus-Resumable"))
                    .header("Tus-Version", VERSION)
                    .build();
        }
        try {
            return act.perform().header("Cache-Control", "no-store").build();
        } catch (UploadRefused refused) {
            return refused(refused).build();
        } catch (SenderBrokeOff gone) {
            // Where the network is thin this happens every day: it is no incident.
            LOG.log(Level.INFO, gone.getMessage());
            return refusal(Problem.of(408, "The upload broke off; ask by HEAD how much of it is here and go on there"))
                    .build();
        }
    }

    /** Says why. */
    static Response.ResponseBuilder refused(UploadRefused refused) {
        return refusal(Problem.because(
                status(refused), refused.reason().code(), String.valueOf(refused.getMessage()), refused.explanation()));
    }

    /** A body that nobody reads must not be taken for the next request. */
    private static Response.ResponseBuilder refusal(Response problem) {
        return Response.fromResponse(problem).header("Connection", "close");
    }

    private static int status(UploadRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN -> 404;
            case EXPIRED -> 410;
            case MALFORMED -> 400;
            case TOO_LARGE, MORE_THAN_DECLARED -> 413;
            case NOT_TAKEN -> 415;
            case QUOTA_FULL, NO_ROOM -> 507;
            case WRONG_OFFSET, INCOMPLETE, TAKEN -> 409;
            case WRONG_CHECKSUM -> 460;
            case LOCKED -> 423;
        };
    }

    /** Of {@code Upload-Metadata}. */
    static String metadata(UploadStatus upload) {
        var type = upload.type();
        var product = upload.product();
        return "filename "
                + base64(upload.name())
                + (type == null ? "" : ",filetype " + base64(type))
                + (product == null ? "" : ",product " + base64(product));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** What is spoken here. */
    static Response spoken(UploadLimits limits) {
        return Response.noContent()
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Max-Size", limits.mostBytes())
                .header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
                .build();
    }

    /** Says how much of an upload is here, and until when. */
    static Response.ResponseBuilder answered(Response.ResponseBuilder answer, UploadStatus upload, long offset) {
        return answer.header("Upload-Offset", offset).header("Upload-Expires", HttpDates.format(upload.expiresAt()));
    }
}
