package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.modules.itunes.EntryInformation;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Feeds as those get them who subscribe. */
@UsesPortal
class FeedsIT {
    private static final String PODCAST = "/feeds/vi.xml";
    private static final String PRODUCTS = "/feeds/san-pham.atom";
    /** That of Debian, which has its packages. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final String PLANS = "/feeds/ke-hoach.atom";

    private final Portal portal;

    FeedsIT(Portal portal) {
        this.portal = portal;
    }

    private SyndFeed feed(String path) throws Exception {
        var answer = portal.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new SyndFeedInput().build(new StringReader(answer.body()));
    }

    private static SyndEntry skit(SyndFeed podcast) {
        return podcast.getEntries().stream()
                .filter(entry -> entry.getLink().contains(PublicAddresses.SKIT))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_podcast_has_what_is_heard_in_its_language_with_a_file_that_can_be_fetched() throws Exception {
        var podcast = feed(PODCAST);
        var skit = skit(podcast);

        assertThat(podcast.getFeedType()).isEqualTo("rss_2.0");
        assertThat(podcast.getLanguage()).isEqualTo("vi");
        assertThat(skit.getPublishedDate()).isNotNull();
        assertThat(((EntryInformation) skit.getModule("http://www.itunes.com/dtds/podcast-1.0.dtd"))
                        .getDuration()
                        .getMilliseconds())
                .isPositive();
        var file = skit.getEnclosures().get(0);
        assertThat(file.getType()).startsWith("audio/");
        var head = portal.send(HttpRequest.newBuilder(URI.create(file.getUrl()))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains(String.valueOf(file.getLength()));
        assertThat(skit(feed("/feeds/tyz.xml")).getEnclosures().get(0).getUrl()).contains("-tyz-");
    }

    @Test
    void a_podcast_says_what_newer_programs_want_to_know() {
        assertThat(portal.get(PODCAST).body())
                .containsPattern("<podcast:guid>[0-9a-f-]{14}5[0-9a-f-]{21}</podcast:guid>")
                .contains("<podcast:medium>podcast</podcast:medium>", "<podcast:locked>yes</podcast:locked>")
                .containsPattern("<podcast:transcript url=\"http[^\"]+\\.vtt\" type=\"text/vtt\" language=\"vi\"")
                .containsPattern("<podcast:alternateEnclosure type=\"audio/[^>]+><podcast:source uri=\"http")
                .containsPattern("<podcast:person group=\"writing\" role=\"writer\">")
                .containsPattern("<podcast:location>[^<]+</podcast:location>")
                .contains("<itunes:explicit>false</itunes:explicit>", "<itunes:category text=\"Government\">");
    }

    /** What Apple asks of it: a square of 1400 to 3000 pixels, RGB without anything transparent. */
    @Test
    void a_podcast_has_a_cover_that_every_shop_takes() throws Exception {
        var named = Pattern.compile("<itunes:image href=\"([^\"]+/bia-podcast/[^\"]+)\"")
                .matcher(portal.get(PODCAST).body());
        assertThat(named.find()).isTrue();
        var answer =
                portal.bytes(HttpRequest.newBuilder(URI.create(named.group(1))).build());
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        var cover = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(cover.getWidth()).isEqualTo(cover.getHeight()).isBetween(1400, 3000);
        assertThat(cover.getColorModel().hasAlpha()).isFalse();

        var former = portal.get("/bia-podcast/000000-loa.png");
        assertThat(former.statusCode()).isEqualTo(303);
        assertThat(named.group(1))
                .endsWith(former.headers().firstValue("Location").orElse("?"));
        assertThat(portal.get("/bia-podcast/khac.png").statusCode()).isEqualTo(404);
    }

    @Test
    void a_podcast_of_one_topic_has_that_alone() throws Exception {
        var all = feed(PODCAST).getEntries().stream().map(SyndEntry::getUri).toList();
        var some = feed("/feeds/vi/vay-von.xml").getEntries().stream()
                .map(SyndEntry::getUri)
                .toList();

        assertThat(some).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(all).containsAll(some);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/xx.xml",
                "/feeds/en.xml",
                "/feeds/vi/khong-co.xml",
                "/feeds/",
                "/feeds/vi",
                "/feeds/a/b/c.xml",
                "/feeds/vi.atom"
            })
    void there_are_no_other_feeds(String path) {
        assertThat(portal.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void products_are_narrowed_as_the_catalogue_is() throws Exception {
        var skits = Until.answer(
                () -> feed(PRODUCTS + "?the-loai=tieu-pham"),
                found -> !found.getEntries().isEmpty());

        assertThat(skits.getFeedType()).isEqualTo("atom_1.0");
        assertThat(skits.getEntries()).anyMatch(entry -> entry.getLink().contains(PublicAddresses.SKIT));
        assertThat(skits.getEntries()).noneMatch(entry -> entry.getLink().contains(PublicAddresses.FILM));
        assertThat(skits.getTitle()).contains("Tiểu phẩm").doesNotContain("the-loai");
        assertThat(feed(PRODUCTS + "?the-loai=khong-co").getEntries()).isEmpty();
        assertThat(skits.getEntries())
                .allSatisfy(entry -> assertThat(entry.getUpdatedDate()).isNotNull());
    }

    @Test
    void whoever_asks_for_a_language_is_led_to_it_and_given_its_sound() throws Exception {
        var skit = Until.answer(
                        () -> feed(PRODUCTS + "?tieng=hmn&the-loai=tieu-pham").getEntries().stream()
                                .filter(entry -> entry.getLink().contains(PublicAddresses.SKIT))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();

        assertThat(skit.getLink()).endsWith(PublicAddresses.SKIT + "?tieng=hmn");
        assertThat(skit.getEnclosures())
                .anyMatch(file ->
                        file.getUrl().contains("-hmn-") && file.getType().startsWith("audio/"));
        assertThat(feed(PRODUCTS + "?tieng=hmn").getTitle()).contains("Mông").doesNotContain("hmn");
    }

    @Test
    void plans_have_a_feed() throws Exception {
        assertThat(feed(PLANS).getEntries())
                .anyMatch(entry -> entry.getLink().contains(PublicAddresses.PLAN))
                .allSatisfy(entry -> assertThat(entry.getUri()).startsWith("urn:uuid:"));
    }

    @Test
    void the_name_of_an_entry_outlives_a_new_wording_and_a_withdrawal() throws Exception {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        var slug = Drafts.start(editor);
        publish(editor, publisher, slug);
        var first = entry(slug);
        move(publisher, slug, "withdrawn");
        Until.holds(() -> feed(PRODUCTS).getEntries().stream()
                .noneMatch(entry -> entry.getLink().endsWith(slug)));
        move(publisher, slug, "draft");
        publish(editor, publisher, slug);

        assertThat(entry(slug).getUri()).isEqualTo(first.getUri()).startsWith("urn:uuid:");
        move(publisher, slug, "withdrawn");
    }

    private SyndEntry entry(String slug) {
        return Until.answer(
                        () -> feed(PRODUCTS).getEntries().stream()
                                .filter(entry -> entry.getLink().endsWith(slug))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static void publish(Staff editor, Staff publisher, String slug) {
        move(editor, slug, "review");
        move(publisher, slug, "approved");
        move(publisher, slug, "published");
    }

    private static void move(Staff who, String slug, String to) {
        var answer = who.send(
                "POST",
                Drafts.PRODUCTS + "/" + slug + "/transitions",
                "{\"to\": \"" + to + "\", \"note\": \"Để thử.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {PODCAST, PRODUCTS, PLANS})
    void whoever_has_a_feed_is_not_sent_it_again(String path) {
        var first = portal.get(path);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var changed = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(portal.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(portal.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(portal.get(path, "If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(304);
        assertThat(portal.get(path, "If-Modified-Since", "Thu, 01 Jan 2004 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(portal.get(path, "If-Modified-Since", "yesterday").statusCode())
                .isEqualTo(200);
        assertThat(changed).endsWith("GMT");
        var packed = portal.get(path, "Accept-Encoding", "gzip").headers();
        assertThat(packed.firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.firstValue("Vary").orElse("")).contains("Accept-Encoding");
        // What is packed is another answer, and has a tag of its own.
        var other = packed.firstValue("ETag").orElseThrow();
        assertThat(other).isNotEqualTo(tag);
        assertThat(portal.get(path, "Accept-Encoding", "gzip", "If-None-Match", other)
                        .statusCode())
                .isEqualTo(304);
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void whoever_has_a_feed_is_sent_what_is_published_right_after() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        var slug = Drafts.start(editor);
        move(editor, slug, "review");
        move(publisher, slug, "approved");
        var had = portal.get(PRODUCTS).headers().firstValue("Last-Modified").orElseThrow();

        move(publisher, slug, "published");

        Until.holds(() -> {
            var now = portal.get(PRODUCTS, "If-Modified-Since", had);
            return now.statusCode() == 200 && now.body().contains(slug);
        });
        move(publisher, slug, "withdrawn");
    }

    @Test
    void each_change_of_one_second_has_a_second_of_its_own() throws Exception {
        try (var database = portal.database();
                var change = database.prepareStatement("update content_revision set number = number + 1"
                        + " returning extract(epoch from date_trunc('second', changed_at))")) {
            var seconds = new ArrayList<Long>();
            for (var i = 0; i < 3; i++) {
                try (var rows = change.executeQuery()) {
                    rows.next();
                    seconds.add(rows.getLong(1));
                }
            }
            assertThat(seconds).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void a_long_feed_comes_in_parts_that_lead_to_each_other() {
        var beyond = portal.get(PRODUCTS + "?trang=3");

        assertThat(beyond.statusCode()).isEqualTo(200);
        assertThat(beyond.body()).containsPattern("rel=\"self\"[^>]+trang=3").contains("rel=\"previous\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /feeds/san-pham.atom",
        "/chu-de/vay-von, /feeds/san-pham.atom?chu-de=vay-von",
        "/dia-ban/01393, /feeds/san-pham.atom?dia-ban=01393"
    })
    void pages_of_works_lead_programs_to_what_is_new_in_them(String path, String feed) {
        assertThat(portal.get(path).body())
                .containsPattern("type=\"application/atom\\+xml\"[^>]* href=\""
                        + Pattern.quote(portal.uri(feed).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chu-de/vay-von", "/san-pham", "/ke-hoach", "/dia-ban/01393"})
    void pages_lead_programs_to_their_feeds(String path) {
        var link = Pattern.compile("rel=\"alternate\" type=\"application/(?:rss|atom)\\+xml\"[^>]* href=\"([^\"]+)\"")
                .matcher(portal.get(path).body());

        assertThat(link.find()).as(path).isTrue();
        assertThat(portal.get(link.group(1).replaceFirst("https?://[^/]+", "")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_parser_in_use_for_twenty_years_finds_nothing_wrong(@TempDir Path folder) throws Exception {
        Consumer.require("feedparser", PYTHON, "-c", "import feedparser");
        for (var path : List.of(PODCAST, "/feeds/hmn.xml", PRODUCTS, PLANS)) {
            var said = Consumer.run(
                    folder,
                    List.of(
                            PYTHON,
                            "-c",
                            "import feedparser, sys\n"
                                    + "feed = feedparser.parse(sys.argv[1])\n"
                                    + "names = [entry.id for entry in feed.entries]\n"
                                    + "print(feed.bozo, feed.status, bool(feed.etag), bool(feed.modified), len(names) > 0, len(set(names)) == len(names),"
                                    + " all(entry.get('published_parsed') for entry in feed.entries))\n"
                                    + "print(feedparser.parse(sys.argv[1], etag=feed.etag, modified=feed.modified).status)",
                            portal.uri(path).toString()));

            assertThat(said.replace("False 200", "0 200").lines())
                    .as(path)
                    .containsExactly("0 200 True True True True True", "304");
        }
    }

    @Test
    void a_podcast_client_fetches_episodes(@TempDir Path folder) throws Exception {
        Consumer.require("podget", "podget", "-V");
        var library = Files.createDirectory(folder.resolve("pod"));
        var session = Files.createDirectory(folder.resolve("session"));
        Files.writeString(folder.resolve("serverlist"), portal.uri("/feeds/tyz.xml") + " Loa Thu\n");

        Consumer.run(
                folder,
                List.of(
                        "podget",
                        "-s",
                        "-r",
                        "1",
                        "-d",
                        folder.toString(),
                        "-c",
                        "podgetrc",
                        "-l",
                        library.toString(),
                        "--dir_session",
                        session.toString()));

        try (var files = Files.walk(library)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*\\.(m4a|mp3|mp4)")))
                    .allSatisfy(file -> assertThat(Files.size(file)).isPositive())
                    .isNotEmpty();
        }
    }
}
