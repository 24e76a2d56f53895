package vn.loa.bench;

import java.sql.SQLException;
import java.time.Duration;

/** Products made by copying those of the sample content, with the same files, in the database. */
final class GeneratedProducts {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long STEP_MILLIS = 500;

    private static final String INSERT = """
            begin;
            create temp table template on commit drop as
              select p.id, p.published_revision revision, row_number() over (order by p.id) - 1 k
              from product p where p.online and p.sample and p.slug not like 'generated-%%';
            create temp table made on commit drop as
              select n, t.id template, t.revision template_revision, 0::bigint product, 0::bigint revision
              from generate_series(%d, %d) n join template t on t.k = n %% (select count(*) from template);
            insert into product (slug, sample, state, online, published_at, changed_at)
              select 'generated-' || n, true, 'DRAFT', false, timestamptz '2020-01-01' - n * interval '1 minute', now() from made;
            update made set product = p.id from product p where p.slug = 'generated-' || n;
            insert into product_revision
                (product, number, title, summary, body, genre, agency, production_year, replay)
              select m.product, 1, r.title, r.summary, r.body, r.genre, r.agency, r.production_year, r.replay
              from made m join product_revision r on r.id = m.template_revision;
            update made set revision = r.id from product_revision r where r.product = made.product;
            insert into product_topic select m.revision, t.topic from made m join product_topic t on t.revision = m.template_revision;
            insert into product_audience
              select m.revision, a.audience from made m join product_audience a on a.revision = m.template_revision;
            insert into product_locality
              select m.revision, l.locality from made m join product_locality l on l.revision = m.template_revision;
            insert into track
                (product, position, kind, language, role, label, state, reviewer, reviewed_at, asset, subtitle_track)
              select m.product, t.position, t.kind, t.language, t.role, t.label, t.state, t.reviewer, t.reviewed_at, t.asset,
                t.subtitle_track
              from made m join track t on t.product = m.template and t.state = 'approved';
            update product p set state = (select state from product where id = m.template), online = true,
                current_revision = m.revision, published_revision = m.revision
              from made m where p.id = m.product;
            %s
            update content_revision set number = number + 1;
            commit""";

    private static final String QUEUED =
            "insert into search_outbox (kind, subject) select 'product', product from made;";

    /** So many in one transaction: of a hundred thousand, the database keeps none in memory but these. */
    private static final int AT_ONCE = 5_000;

    /** What is done with some products, by their numbers. */
    interface Range {
        void accept(int first, int last);
    }

    private GeneratedProducts() {}

    /**
     * Adds public products, older than all others, and waits until they can be found.
     *
     * @return how long the search server took for them, in milliseconds
     */
    static double add(Content content, int number) throws Exception {
        // Of several benchmarks each adds to what the one before has left.
        lay(content, number, QUEUED, (first, last) -> {});
        return Samples.millis(() -> awaitIndex(content));
    }

    /**
     * Adds public products without telling the search server, which has to build its index anew then.
     *
     * @param each done with the numbers of the first and the last of some products, once these are there
     */
    static void lay(Content content, int number, Range each) throws SQLException {
        lay(content, number, "", each);
    }

    private static void lay(Content content, int number, String queued, Range each) throws SQLException {
        int before = generated(content);
        for (int laid = 0; laid < number; laid += AT_ONCE) {
            int first = before + laid + 1;
            int last = before + Math.min(number, laid + AT_ONCE);
            content.execute(INSERT.formatted(first, last, queued));
            each.accept(first, last);
        }
        content.execute("analyze");
    }

    /** How many there are already. */
    static int generated(Content content) throws SQLException {
        return Integer.parseInt(content.ask("select count(*) from product where slug like 'generated-%'")
                .get(0));
    }

    /** Waits until all that is public can be found. */
    static void awaitIndex(Content content) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (waiting(content) > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The search server did not take in the generated products");
            }
            Thread.sleep(STEP_MILLIS);
        }
    }

    private static long waiting(Content content) throws SQLException {
        return Long.parseLong(content.ask("select count(*) from search_outbox where due_at is not null")
                .get(0));
    }
}
