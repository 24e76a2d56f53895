package vn.loa.common.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.LongPredicate;

/** How the version of something that can be changed travels: as its entity tag, and back in {@code If-Match} (RFC 9110). */
public final class Versions {
    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The refusal of a change that does not say by {@code If-Match} which version it is of (RFC 6585). */
    public static Response required() {
        return Problem.of(428, "Send the ETag of the version that you changed as If-Match");
    }

    /**
     * Whether a version is one that the request is meant for by its {@code If-Match}; all are when it has none.
     *
     * @throws BadRequestException by the predicate, when the field holds something else than entity tags
     */
    public static LongPredicate matching(Request request) {
        return version -> {
            try {
                return request.evaluatePreconditions(tag(version)) == null;
            } catch (ProcessingException unreadable) {
                throw new BadRequestException(
                        Problem.of(400, "If-Match must be the ETag as it was sent, in its quotes, such as \"3\""),
                        unreadable);
            }
        };
    }
}
