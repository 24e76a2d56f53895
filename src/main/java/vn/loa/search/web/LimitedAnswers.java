package vn.loa.search.web;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;

/** Marks what nobody should keep because it was made while the search server was away, or had not followed a change yet. */
final class LimitedAnswers {
    private LimitedAnswers() {}

    static Response of(Object answer, boolean passing) {
        var response = Response.ok(answer);
        if (passing) {
            var never = new CacheControl();
            never.setNoStore(true);
            never.setNoTransform(false);
            response.cacheControl(never);
        }
        return response.build();
    }
}
