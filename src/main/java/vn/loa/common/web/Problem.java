package vn.loa.common.web;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import vn.loa.common.Jsons;
import vn.loa.common.Texts;
import vn.loa.common.Violation;

/** Answers in the form of RFC 9457: what is wrong, in words for people who write programs. */
public final class Problem {
    public static final MediaType TYPE = new MediaType("application", "problem+json");

    private Problem() {}

    /** @param detail what is wrong with this request and what to do about it */
    public static Response of(int status, String detail) {
        return of(status, detail, List.of());
    }

    /** With the fields that are wrong. */
    public static Response of(int status, String detail, List<Violation> violations) {
        var body = body(status, detail);
        if (!violations.isEmpty()) {
            var list = Jsons.array();
            violations.forEach(violation ->
                    list.add(Jsons.object().add("field", violation.field()).add("message", violation.message())));
            body.add("violations", list);
        }
        return response(status, body);
    }

    /** With a word for programs that says which of the known reasons it is. */
    public static Response because(int status, String reason, String detail) {
        return response(status, body(status, detail).add("reason", reason));
    }

    /** The same, and for people, by language, why and what to do about it. */
    public static Response because(int status, String reason, String detail, Texts explanation) {
        return response(
                status, body(status, detail).add("reason", reason).add("explanation", explanation.toJsonObject()));
    }

    /** A part of the portal does not answer now, and will soon. */
    public static Response away() {
        return Response.fromResponse(of(503, "A part of the portal is away for a moment"))
                .header("Retry-After", Outage.RETRY_AFTER)
                .build();
    }

    /** The JSON alone, for what answers without JAX-RS. */
    public static String text(int status, String detail) {
        return body(status, detail).build().toString();
    }

    private static JsonObjectBuilder body(int status, String detail) {
        return Jsons.object()
                .add("type", "about:blank")
                .add("title", title(status))
                .add("status", status)
                .add("detail", detail);
    }

    private static Response response(int status, JsonObjectBuilder body) {
        return Response.status(status)
                .type(TYPE)
                .header("Cache-Control", "no-store")
                .entity(body.build().toString())
                .build();
    }

    /** As RFC 9110 and 4918 call it, and tus 1.0.0 its own; the platform knows some of them by the names of older standards. */
    static String title(int status) {
        return switch (status) {
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            case 423 -> "Locked";
            case 460 -> "Checksum Mismatch";
            case 507 -> "Insufficient Storage";
            default -> {
                var known = Response.Status.fromStatusCode(status);
                yield known == null ? "Error" : known.getReasonPhrase();
            }
        };
    }
}
