package vn.loa.common.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import java.util.function.LongPredicate;

/** How the version of something that can be changed travels: as its entity tag, and back in {@code If-Match} (RFC 9110). */
public final class Versions {
    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** Whether a version is one that the request is meant for by its {@code If-Match}; all are when it has none. */
    public static LongPredicate matching(Request request) {
        return version -> request.evaluatePreconditions(tag(version)) == null;
    }
}
