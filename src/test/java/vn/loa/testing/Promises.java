package vn.loa.testing;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans of tests with what they promise, made in the database. Whoever makes one takes it away. */
public final class Promises {
    private Promises() {}

    /**
     * A promise of tin bài.
     *
     * @param days from today to the deadline
     * @param before whether it is due before that day
     * @param languages in which it is promised
     */
    public record Promise(String title, @Nullable Integer quantity, int days, boolean before, String... languages) {}

    /** Makes a public plan for a place. @param locality its code */
    public static void publish(Portal portal, String plan, String locality, Promise... promises) {
        run(
                portal,
                insert(plan, "PUBLISHED", locality),
                "update plan p set published_revision = p.current_revision, online = true, published_at = now()"
                        + " where slug = '" + plan + "'",
                IntStream.range(0, promises.length)
                        .mapToObj(position -> insert(plan, position, promises[position]))
                        .collect(Collectors.joining(";")));
    }

    /** Makes a plan for a place that waits for review. @param published code of the place that the public plan is for; null when there is none */
    public static void submit(Portal portal, String plan, String locality, @Nullable String published) {
        run(portal, insert(plan, "IN_REVIEW", locality));
        if (published != null) {
            run(
                    portal,
                    "with r as (" + revision(plan, 2, published) + " returning id, plan) update plan p"
                            + " set published_revision = r.id, online = true, published_at = now() from r where p.id = r.plan");
        }
    }

    private static String insert(String plan, String state, String locality) {
        return "insert into plan (slug, sample, state, online, changed_at) values ('" + plan + "', false, '" + state
                + "', false, now()); with r as (" + revision(plan, 1, locality)
                + " returning id, plan) update plan p set current_revision = r.id from r where p.id = r.plan";
    }

    private static String revision(String plan, int number, String locality) {
        return "insert into plan_revision (plan, number, kind, agency, subject, summary, level, locality)"
                + " select p.id, " + number + ", 'KH', (select min(code) from agency), 'Kế hoạch " + plan
                + "', '{}', 'commune', (select id from locality where code = '" + locality
                + "' order by valid_from desc limit 1) from plan p where p.slug = '" + plan + "'";
    }

    private static String insert(String plan, int position, Promise promise) {
        var languages = Stream.of(promise.languages())
                .map(language -> "'" + language + "'")
                .collect(Collectors.joining(","));
        return "with d as (insert into deliverable (revision, position, key, title, genre, quantity, adaptation, replay,"
                + " deadline, due_before) select r.id, " + position + ", '" + plan + "-" + position + "', '{\"vi\":\""
                + promise.title() + "\"}', 'tin-bai', " + promise.quantity() + ", 'dub', false,"
                + " cast(now() at time zone 'Asia/Ho_Chi_Minh' as date) + " + promise.days() + ", " + promise.before()
                + " from plan_revision r join plan p on p.id = r.plan where p.slug = '" + plan + "' returning id)"
                + " insert into deliverable_language (deliverable, position, language)"
                + " select d.id, l.position - 1, l.code from d, unnest(cast(array[" + languages
                + "] as text[])) with ordinality l (code, position)";
    }

    /** Takes plans away again. */
    public static void forget(Portal portal, String... plans) {
        var these = "(select id from plan where slug in ("
                + Stream.of(plans).map(plan -> "'" + plan + "'").collect(Collectors.joining(",")) + "))";
        var promises = "(select d.id from deliverable d join plan_revision r on r.id = d.revision where r.plan in "
                + these + ")";
        run(
                portal,
                "update plan set online = false, current_revision = null, published_revision = null where id in "
                        + these,
                "delete from deliverable_language where deliverable in " + promises,
                "delete from deliverable where id in " + promises,
                "delete from plan_revision where plan in " + these,
                "delete from plan where id in " + these);
    }

    private static void run(Portal portal, String... statements) {
        try (var connection = portal.database();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var each : statements) {
                statement.execute(each);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
