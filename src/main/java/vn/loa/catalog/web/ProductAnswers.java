package vn.loa.catalog.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.function.LongPredicate;
import vn.loa.catalog.ProductChange;
import vn.loa.catalog.ProductChange.Done;
import vn.loa.catalog.ProductChange.Stale;
import vn.loa.catalog.WorkingProduct;
import vn.loa.common.web.Problem;

/** How what is not public, or not yet, is answered: to one person, kept by nobody, with the version as its entity tag. */
final class ProductAnswers {
    static final String UNKNOWN = "There is no product of this name";

    private ProductAnswers() {}

    static Response of(ProductChange change) {
        if (change instanceof Done done) {
            return with(Response.ok(), done.product());
        }
        return change instanceof Stale
                ? Problem.of(412, "Somebody else has changed it since; read it again")
                : Problem.of(404, UNKNOWN);
    }

    static Response with(ResponseBuilder answer, WorkingProduct product) {
        return answer.entity(product)
                .tag(tag(product.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Whether a version is one that the request is meant for by its {@code If-Match}; all are when it has none. */
    static LongPredicate matching(Request request) {
        return version -> request.evaluatePreconditions(tag(version)) == null;
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
