package vn.loa.bench;

import java.net.http.HttpResponse;
import java.sql.SQLException;

/** The pages that are measured. */
final class Pages {
    private Pages() {}

    /** The slug of a published product that is listened to: the first of the sample content, always the same. */
    static String product(Content content) throws SQLException {
        return content.ask("""
                        select p.slug from product p join track t on t.product = p.id
                        where p.online and p.sample and t.kind = 'audio' order by p.slug limit 1""").get(0);
    }

    /** Fails when something else was answered than what is to be measured. */
    static void require(HttpResponse<?> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
    }
}
