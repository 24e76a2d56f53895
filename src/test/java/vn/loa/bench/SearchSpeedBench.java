package vn.loa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.search.BareSearch;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/**
 * How long searching and typing take for people who come at a steady rate, beside the search server asked the same by itself; how quickly an index is
 * built anew, and how soon what is published is found. With as many products and cues of each as {@code -Dloa.bench.products=100000 -Dloa.bench.cues=50}
 * say, which wants {@code -Dloa.solr.memory.mb=1024}; few without. All of it is made in the database some thousand at a time, always the same.
 * Comes last, because the generated products stay.
 */
@UsesPortal
@Order(95)
class SearchSpeedBench {
    private static final int PRODUCTS = Integer.getInteger("loa.bench.products", 2_000);
    private static final int CUES = Integer.getInteger("loa.bench.cues", 50);
    private static final int RATE = Integer.getInteger("loa.bench.rate", 20);
    private static final int SECONDS = Integer.getInteger("loa.bench.seconds", 30);
    private static final int SIZE = 12;
    private static final int WARM_UP = 60;
    private static final int PUBLICATIONS = 5;
    private static final int MOST_WORDS = 4;
    private static final int LONGEST_BEGINNING = 9;
    private static final double MOST = 0.95;
    private static final long SEED = 20_261_127;
    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final String REBUILD = "/api/v1/search/rebuild";

    /** Every generated product says something of its own: sentences of the judged texts, in an order of its own. */
    private static final String SAYING = """
            begin;
            create temp table sentence on commit drop as
              select said, row_number() over () - 1 k from unnest(array[%1$s]) said;
            create temp table speaking on commit drop as
              select p.id product, n, 0::bigint track
              from generate_series(%2$d, %3$d) n join product p on p.slug = 'generated-' || n;
            delete from track t using speaking s where t.product = s.product and t.kind in ('transcript', 'subtitle');
            with made as (insert into subtitle_track (language) select 'vi' from speaking returning id),
                 numbered as (select id, row_number() over (order by id) k from made),
                 listed as (select product, row_number() over (order by n) k from speaking)
            update speaking s set track = m.id from numbered m join listed l on l.k = m.k where l.product = s.product;
            insert into subtitle_cue (subtitle_track, position, start_millis, end_millis, text)
              select s.track, c, c * 4000, c * 4000 + 3900, t.said
              from speaking s cross join generate_series(0, %4$d) c
              join sentence t on t.k = (s.n * 31 + c * 17) %% (select count(*) from sentence);
            insert into track (product, position, kind, language, role, state, reviewer, reviewed_at, asset, subtitle_track)
              select s.product, 99, 'transcript', 'vi', 'original', 'approved', 'bench', now(),
                (select min(asset) from track where asset is not null and kind = 'audio' and state = 'approved'), s.track
              from speaking s;
            commit""";

    private static final String PUBLICATION = """
            begin;
            with p as (insert into product (slug, sample, state, online, published_at, changed_at)
                       select '%1$s', false, state, false, timestamptz '2019-01-01', now() from product where online limit 1 returning id)
            insert into product_revision (product, number, title, summary, body, genre, production_year, replay)
              select id, 1, '{"vi":"Vừa đăng %1$s"}', '{}', '{}', 'tin-bai', 2019, false from p;
            update product p set online = true, current_revision = r.id, published_revision = r.id
              from product_revision r where r.product = p.id and p.slug = '%1$s';
            insert into search_outbox (kind, subject) select 'product', id from product where slug = '%1$s';
            update content_revision set number = number + 1;
            commit""";

    private final AtomicInteger limited = new AtomicInteger();

    /** Of the portal and of the search server alone, asked alike. */
    private record Compared(Samples portal, Samples bare) {
        double ratio(double share) {
            return portal.quantile(share) / bare.quantile(share);
        }
    }

    @Test
    void searchingAndTypingAreQuickHoweverMuchThereIs(Portal portal) throws Exception {
        Content content = new Content(portal);
        double laid = Samples.millis(() -> lay(content)) / 1000;
        double seconds = rebuild(portal) / 1000;
        long documents = documents(portal);
        BareSearch bare = new BareSearch(portal);
        List<String> typed = typed(6 * RATE * SECONDS + 4 * WARM_UP);
        int half = typed.size() / 2;
        Compared search = compared(
                typed.subList(0, half),
                question -> ask(portal, "/api/v1/search?size=" + SIZE + "&q=", question),
                question -> bare.search(question, SIZE));
        Samples pages = SteadyRate.of(
                RATE, typed.subList(half, half + RATE * SECONDS), question -> ask(portal, "/tim-kiem?q=", question));
        List<String> begun = begun(typed);
        Compared suggestions = compared(begun, question -> ask(portal, "/api/v1/suggest?q=", question), bare::suggest);
        double visible = visible(portal, content);
        Report report = new Report(
                        "search-speed",
                        "Searching %,d products with %,d cues each, %d questions a second"
                                .formatted(PRODUCTS, CUES, RATE))
                .row("documents, with their cues, sections and pages", documents, "")
                .row("generated", laid, "s")
                .row("index built anew", documents / seconds, "documents/s", "at least 3,000 on two processors");
        rows(report, "search", search, "at most 150 ms", "at most 1.5");
        report.row("page of the search, p50", pages.median(), "ms")
                .row("page of the search, p95", pages.quantile(MOST), "ms");
        rows(report, "suggestions", suggestions, "at most 50 ms", "");
        report.row("found after publication, slowest of " + PUBLICATIONS, visible, "s", "at most 2 s")
                .row("answers without the search server", limited.get(), "", "none")
                .publish();
        assertThat(limited.get())
                .as("answers without the search server: they say nothing of its speed")
                .isZero();
    }

    private static void rows(Report report, String what, Compared compared, String aim, String ratioAim) {
        report.row(what + ", p50", compared.portal.median(), "ms")
                .row(what + ", p95", compared.portal.quantile(MOST), "ms", aim)
                .row(what + ", search server alone, p50", compared.bare.median(), "ms")
                .row(what + ", search server alone, p95", compared.bare.quantile(MOST), "ms")
                .row(what + ", times as long as the search server alone, p50", compared.ratio(0.5), "")
                .row(what + ", times as long as the search server alone, p95", compared.ratio(MOST), "", ratioAim);
    }

    private static void lay(Content content) throws Exception {
        String sentences = SearchTexts.all().stream()
                .flatMap(text -> text.cues().stream())
                .distinct()
                .map(said -> "'" + said + "'")
                .collect(Collectors.joining(","));
        int before = GeneratedProducts.generated(content);
        GeneratedProducts.lay(content, PRODUCTS, (first, last) -> {
            content.execute(SAYING.formatted(sentences, first, last, CUES - 1));
            System.out.printf(Locale.ROOT, "  %,d of %,d products generated%n", last - before, PRODUCTS);
        });
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

    /** Each is asked something else, of the same kind: what one was asked, memory would give the other. In turns, so that neither has the better minutes. */
    private static Compared compared(List<String> questions, SteadyRate.Asked portal, SteadyRate.Asked bare)
            throws Exception {
        List<String> ofPortal = everySecond(questions, 0);
        List<String> ofBare = everySecond(questions, 1);
        int warmUp = Math.min(WARM_UP, ofPortal.size() / 4);
        SteadyRate.of(RATE, ofPortal.subList(0, warmUp), portal);
        SteadyRate.of(RATE, ofBare.subList(0, warmUp), bare);
        int most = Math.min(warmUp + RATE * SECONDS, ofBare.size());
        int middle = (warmUp + most) / 2;
        Samples portalFirst = SteadyRate.of(RATE, ofPortal.subList(warmUp, middle), portal);
        Samples bareAll = SteadyRate.of(RATE, ofBare.subList(warmUp, most), bare);
        Samples portalLast = SteadyRate.of(RATE, ofPortal.subList(middle, most), portal);
        return new Compared(portalFirst.with(portalLast), bareAll);
    }

    private static List<String> everySecond(List<String> all, int from) {
        var some = new ArrayList<String>();
        for (int i = from; i < all.size(); i += 2) {
            some.add(all.get(i));
        }
        return some;
    }

    /** Two to four words that stand together in some text, every other time without their diacritics; none twice, always the same ones. */
    private static List<String> typed(int number) throws Exception {
        List<String> sentences = SearchTexts.all().stream()
                .flatMap(text -> text.cues().stream())
                .distinct()
                .toList();
        Random chance = new Random(SEED);
        var typed = new LinkedHashSet<String>();
        for (int tries = 0; typed.size() < number && tries < 100 * number; tries++) {
            String[] words = sentences.get(chance.nextInt(sentences.size())).split("[^\\p{L}\\p{N}]+");
            int length = Math.min(words.length, 2 + chance.nextInt(MOST_WORDS - 1));
            int first = chance.nextInt(words.length - length + 1);
            String phrase = String.join(" ", List.of(words).subList(first, first + length))
                    .strip();
            typed.add(tries % 2 == 0 ? phrase : withoutDiacritics(phrase));
        }
        typed.remove("");
        return List.copyOf(typed);
    }

    private static String withoutDiacritics(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    /** As they grow while somebody types. */
    private static List<String> begun(List<String> typed) {
        var begun = new LinkedHashSet<String>();
        for (String words : typed) {
            for (int length = 2; length <= Math.min(words.length(), LONGEST_BEGINNING); length++) {
                begun.add(words.substring(0, length).strip());
            }
        }
        return List.copyOf(begun);
    }

    private void ask(Portal portal, String path, String question) {
        var answer = portal.get(path + URLEncoder.encode(question, StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " for " + question);
        }
        // Suggestions say it only by this; pages and answers say it by this, too.
        if (answer.headers().firstValue("Cache-Control").orElse("").contains("no-store")) {
            limited.incrementAndGet();
        }
    }

    private static double visible(Portal portal, Content content) throws Exception {
        double slowest = 0;
        for (int i = 0; i < PUBLICATIONS; i++) {
            String slug = "vua-dang-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
            content.execute(PUBLICATION.formatted(slug));
            slowest = Math.max(
                    slowest,
                    Samples.millis(() -> Until.holds(
                            () -> portal.get("/api/v1/search?q=" + slug.substring(slug.lastIndexOf('-') + 1))
                                    .body()
                                    .contains("\"slug\":\"" + slug + "\""))));
        }
        return slowest / 1000;
    }
}
