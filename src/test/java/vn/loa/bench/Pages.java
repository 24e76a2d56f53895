package vn.loa.bench;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import vn.loa.testing.Portal;

/** The pages that are measured. */
final class Pages {
    private Pages() {}

    /** The slug of a published product that is listened to: the first of the sample content, always the same. */
    static String product(Content content) throws SQLException {
        return content.ask("""
                        select p.slug from product p join track t on t.product = p.id
                        where p.online and p.sample and t.kind = 'audio' order by p.slug limit 1""").get(0);
    }

    /** Asks for a page as somebody who may be known to the portal, and is never answered from memory. Fails when they are. */
    static void renderAnew(Portal portal, String path) {
        HttpResponse<?> answer = portal.get(path, "Cookie", "__Host-bench=1");
        require(answer, 200);
        if (answer.headers().firstValue("ETag").isPresent()) {
            throw new IllegalStateException(answer.uri() + " came from memory");
        }
    }

    /** Fails when something else was answered than what is to be measured. */
    static void require(HttpResponse<?> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
    }
}
