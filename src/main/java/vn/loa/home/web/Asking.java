package vn.loa.home.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.PageRouter;

/** What the page cache reads of a request, whoever has received it. */
interface Asking {
    /** In capitals. */
    String method();

    /** Decoded, within the application. */
    String path();

    /** As it stands in the request line. */
    @Nullable String query();

    /** The first field of this name, in whatever letters. */
    @Nullable String field(String name);

    /** A request as a servlet gets it. */
    record OfServlet(HttpServletRequest request) implements Asking {
        @Override
        public String method() {
            return request.getMethod();
        }

        @Override
        public String path() {
            return PageRouter.pathOf(request);
        }

        @Override
        public @Nullable String query() {
            return request.getQueryString();
        }

        @Override
        public @Nullable String field(String name) {
            return request.getHeader(name);
        }
    }
}
