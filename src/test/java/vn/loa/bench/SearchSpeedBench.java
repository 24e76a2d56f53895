package vn.loa.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/**
 * How long searching and typing take, and how quickly an index is built anew, with as many products and cues as
 * {@code -Dbench.search.products=100000 -Dbench.search.cues=50} say; few without. Comes last, because the generated products stay.
 */
@UsesPortal
@Order(95)
class SearchSpeedBench {
    private static final int PRODUCTS = Integer.getInteger("bench.search.products", 2_000);
    private static final int CUES = Integer.getInteger("bench.search.cues", 50);
    private static final int WARM_UP = 40;
    private static final int TIMES = 120;
    private static final double MOST = 0.95;
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final String REBUILD = "/api/v1/search/rebuild";

    /** Every generated product says something of its own: sentences of the judged texts, in an order of its own. */
    private static final String SAYING = """
            begin;
            create temp table sentence on commit drop as
              select said, row_number() over () - 1 k from unnest(array[%s]) said;
            create temp table speaking on commit drop as
              select p.id product, row_number() over (order by p.id) n, 0::bigint track
              from product p where p.slug like 'generated-%%' order by p.id limit %d;
            delete from track t using speaking s where t.product = s.product and t.kind in ('transcript', 'subtitle');
            with made as (insert into subtitle_track (language) select 'vi' from speaking returning id),
                 numbered as (select id, row_number() over (order by id) n from made)
            update speaking s set track = m.id from numbered m where m.n = s.n;
            insert into subtitle_cue (subtitle_track, position, start_millis, end_millis, text)
              select s.track, c, c * 4000, c * 4000 + 3900, t.said
              from speaking s cross join generate_series(0, %d) c
              join sentence t on t.k = (s.n * 31 + c * 17) %% (select count(*) from sentence);
            insert into track (product, position, kind, language, role, state, reviewer, reviewed_at, asset, subtitle_track)
              select s.product, 99, 'transcript', 'vi', 'original', 'approved', 'bench', now(),
                (select min(asset) from track where asset is not null and kind = 'audio' and state = 'approved'), s.track
              from speaking s;
            update content_revision set number = number + 1;
            commit;
            analyze""";

    @Test
    void searchingAndTypingAreQuickHoweverMuchThereIs(Portal portal) throws Exception {
        Content content = new Content(portal);
        GeneratedProducts.add(content, PRODUCTS);
        content.execute(SAYING.formatted(
                SearchTexts.all().stream()
                        .flatMap(text -> text.cues().stream())
                        .distinct()
                        .map(said -> "'" + said + "'")
                        .collect(Collectors.joining(",")),
                PRODUCTS,
                CUES - 1));
        double seconds = rebuild(portal) / 1000;
        long documents = documents(portal);
        new Report("search-speed", "Searching %,d products with %,d cues each, one visitor".formatted(PRODUCTS, CUES))
                .row("documents, with their cues, sections and pages", documents, "")
                .row("index built anew", documents / seconds, "documents/s", "at least 3,000 on two processors")
                .row("search, 95 of 100 within", search(portal).quantile(MOST), "ms", "at most 150 ms")
                .row("suggestions, 95 of 100 within", suggestions(portal).quantile(MOST), "ms", "at most 50 ms")
                .publish();
    }

    private static double rebuild(Portal portal) throws Exception {
        Staff administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
        return Samples.millis(() -> {
            administrator.send("POST", REBUILD, "");
            String state = Until.answer(
                    () -> Drafts.object(administrator.get(REBUILD)).getString("state"),
                    now -> !now.equals("running"),
                    PATIENCE);
            if (!state.equals("done")) {
                throw new IllegalStateException("The index was not built anew");
            }
        });
    }

    private static long documents(Portal portal) {
        String all = portal.send(HttpRequest.newBuilder(URI.create(portal.solrUrl() + "/select?q=*:*&rows=0"))
                        .build())
                .body();
        return Long.parseLong(all.replaceAll("(?s).*\"numFound\":(\\d+).*", "$1"));
    }

    private static Samples search(Portal portal) throws Exception {
        List<String> typed = SearchJudgements.all().stream()
                .map(SearchJudgements.Query::typed)
                .toList();
        return each(portal, "/api/v1/search?size=12&q=", typed);
    }

    /** As they grow while somebody types. */
    private static Samples suggestions(Portal portal) throws Exception {
        var begun = new LinkedHashSet<String>();
        for (SearchJudgements.Query query : SearchJudgements.all()) {
            for (int length = 2; length <= Math.min(query.typed().length(), 9); length++) {
                begun.add(query.typed().substring(0, length));
            }
        }
        return each(portal, "/api/v1/suggest?q=", List.copyOf(begun));
    }

    /** Every one once: what is asked again, memory gives. */
    private static Samples each(Portal portal, String path, List<String> typed) throws Exception {
        Queue<String> next = new ArrayDeque<>(typed);
        return Samples.of(WARM_UP, TIMES, () -> {
            String address = path + URLEncoder.encode(next.remove(), StandardCharsets.UTF_8);
            return Samples.millis(() -> portal.get(address));
        });
    }
}
