package vn.loa.catalog.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import vn.loa.catalog.ProductChange;
import vn.loa.catalog.ProductChange.Done;
import vn.loa.catalog.ProductChange.Stale;
import vn.loa.catalog.WorkingProduct;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;

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
                .tag(Versions.tag(product.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
