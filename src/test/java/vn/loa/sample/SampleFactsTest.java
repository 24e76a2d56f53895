package vn.loa.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.RichText;

/** That the shipped content says what the plans say, holds together, and stays small. */
class SampleFactsTest {
    private static final Path ROOT = Path.of("src/main/sample");
    private static final SampleFolder FOLDER = new SampleFolder(ROOT);
    private static final String BASE_TAXONOMY =
            text(Path.of("src/main/resources/db/migration/V006__base_taxonomy.sql"));
    private static final long MEDIA_LIMIT = 25L * 1024 * 1024;
    /** Of A0, in bits a second. */
    private static final int NOMINAL_LIGHT = 32_000;

    private static final String CAO_BANG_2025 = "ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025";
    private static final Pattern TIMING =
            Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{3}) --> (\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{3})");

    static Stream<JsonObject> products() {
        return FOLDER.all("products").stream();
    }

    static Stream<JsonObject> plans() {
        return FOLDER.all("plans").stream();
    }

    @Test
    void all_media_together_stay_under_25_megabytes() throws IOException {
        try (var files = Files.walk(ROOT.resolve("media"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(MEDIA_LIMIT);
        }
    }

    @Test
    void every_media_file_is_named_by_a_track_and_every_named_file_is_there() throws IOException {
        var named = products()
                .flatMap(product -> tracks(product).stream())
                .flatMap(track -> objects(track, "files").stream())
                .map(file -> ROOT.resolve(file.getString("file")))
                .collect(Collectors.toSet());

        try (var files = Files.walk(ROOT.resolve("media"))) {
            assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void every_voice_can_be_heard_on_old_phones_and_what_is_called_light_is(JsonObject product) {
        for (var track : tracks(product)) {
            if (track.getString("kind").equals("audio")) {
                var sizes = objects(track, "files").stream()
                        .collect(Collectors.toMap(
                                file -> file.getString("profile"), file -> size(file.getString("file"))));

                assertThat(sizes).containsOnlyKeys("A0", "A2", "station");
                assertThat(sizes.get("A0")).isLessThan(sizes.get("A2"));
                assertThat(sizes.get("A0") * 8_000 / track.getInt("durationMillis"))
                        .as("bits a second")
                        .isLessThanOrEqualTo(NOMINAL_LIGHT);
            }
        }
    }

    private static long size(String file) {
        return ROOT.resolve(file).toFile().length();
    }

    @ParameterizedTest
    @MethodSource("products")
    void a_product_is_marked_as_sample_and_titled_in_both_interface_languages(JsonObject product) {
        assertThat(product.getBoolean("sample")).isTrue();
        for (var field : List.of("title", "summary")) {
            assertThat(product.getJsonObject(field).keySet()).contains("vi", "en");
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void a_product_names_only_what_the_taxonomies_and_plans_hold(JsonObject product) {
        assertThat(base("genre")).contains(product.getString("genre"));
        assertThat(base("topic")).containsAll(texts(product, "topics"));
        assertThat(base("audience")).containsAll(texts(product, "audiences"));
        assertThat(localities()).containsAll(texts(product, "localities"));
        assertThat(codes("agencies")).contains(product.getString("agency"));
        assertThat(deliverables().keySet()).contains(product.getString("deliverable"));
        assertThat(tracks(product))
                .allSatisfy(track -> assertThat(base("language")).contains(track.getString("language")));
    }

    @ParameterizedTest
    @MethodSource("products")
    void a_published_product_has_something_to_show_and_a_poster(JsonObject product) {
        var kinds = tracks(product).stream()
                .filter(track -> track.getString("state").equals("approved"))
                .map(track -> track.getString("kind"))
                .collect(Collectors.toSet());

        assertThat(kinds).contains("image");
        if (!product.getString("state").equals("in-review")) {
            assertThat(kinds.size() > 1 || product.getJsonObject("body").containsKey("vi"))
                    .isTrue();
            assertThat(product.getString("publishedAt")).startsWith(yearOf(product, plan(product)));
        }
    }

    /** Published in the period of its plan. */
    private static String yearOf(JsonObject product, JsonObject plan) {
        var period = plan.getJsonObject("period");
        var year = Integer.parseInt(product.getString("publishedAt").substring(0, 4));
        assertThat(year).isBetween(period.getInt("from"), period.getInt("to"));
        return Integer.toString(year);
    }

    @ParameterizedTest
    @MethodSource("products")
    void what_is_heard_can_also_be_read_in_cues_that_follow_each_other_to_the_end(JsonObject product)
            throws IOException {
        for (var track : tracks(product)) {
            if (!Set.of("audio", "video").contains(track.getString("kind"))) {
                continue;
            }
            var words = tracks(product).stream()
                    .filter(other -> Set.of("transcript", "subtitle").contains(other.getString("kind")))
                    .filter(other -> other.getString("language").equals(track.getString("language")))
                    .toList();
            assertThat(words).singleElement().satisfies(other -> {
                assertThat(other.getString("state")).isEqualTo(track.getString("state"));
                assertThat(lastSecondOf(other.getString("cues"))).isLessThan(track.getInt("durationMillis"));
            });
        }
    }

    private static int lastSecondOf(String cues) throws IOException {
        var timing = TIMING.matcher(Files.readString(ROOT.resolve(cues), StandardCharsets.UTF_8));
        var clock = 0;
        while (timing.find()) {
            assertThat(millis(timing.group(1), timing.group(2), timing.group(3), timing.group(4)))
                    .isGreaterThanOrEqualTo(clock);
            clock = millis(timing.group(5), timing.group(6), timing.group(7), timing.group(8));
        }
        assertThat(clock).isPositive();
        return clock;
    }

    private static int millis(String hours, String minutes, String seconds, String millis) {
        return ((Integer.parseInt(hours) * 60 + Integer.parseInt(minutes)) * 60 + Integer.parseInt(seconds)) * 1000
                + Integer.parseInt(millis);
    }

    @ParameterizedTest
    @MethodSource("products")
    void a_body_keeps_every_mark_when_it_is_sanitised(JsonObject product) {
        product.getJsonObject("body").values().stream()
                .map(body -> ((JsonString) body).getString())
                .forEach(body -> assertThat(RichText.sanitise(body)).isEqualTo(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "hmn", "tyz"})
    void the_twenty_skits_can_be_heard_in_every_language_of_the_plan(String language) {
        var versions = products()
                .filter(product -> product.getString("deliverable").equals("cao-bang-2025-tieu-pham"))
                .flatMap(product -> tracks(product).stream())
                .filter(track -> track.getString("kind").equals("audio"))
                .filter(track -> track.getString("language").equals(language))
                .toList();

        assertThat(versions)
                .hasSize(20)
                .allSatisfy(track -> assertThat(track.getString("state")).isEqualTo("approved"));
    }

    @Test
    void three_documentaries_and_five_clips_are_subtitled_in_three_languages() {
        Map.of("cao-bang-2025-phim-tai-lieu", 3, "cao-bang-2025-clip-2d", 5).forEach((deliverable, quantity) -> {
            var films = products()
                    .filter(product -> product.getString("deliverable").equals(deliverable))
                    .toList();
            assertThat(films)
                    .hasSize(quantity)
                    .allSatisfy(film -> assertThat(film.getString("state")).isEqualTo("published"))
                    .allSatisfy(film -> assertThat(tracks(film))
                            .filteredOn(track -> track.getString("kind").equals("subtitle"))
                            .filteredOn(track -> track.getString("state").equals("approved"))
                            .extracting(track -> track.getString("language"))
                            .containsExactlyInAnyOrder("vi", "hmn", "tyz"));
        });
    }

    @Test
    void works_of_other_plans_wait_for_editors_and_reviewers() {
        assertThat(products())
                .anySatisfy(product -> assertThat(product.getString("state")).isEqualTo("in-review"));
        assertThat(products().flatMap(product -> tracks(product).stream()))
                .anySatisfy(track -> assertThat(track.getString("state")).isEqualTo("ready"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025, none, KH-SVHTTDL, 2025-05-22, day, Sầm Việt An, 6, 6, 3",
                "ke-hoach-truyen-thong-giam-ngheo-cao-bang-2022-2025, 2278, KH-UBND, 2022-08-31, day, Lê Hải Hòa, 5, 9, 4",
                "ke-hoach-truyen-thong-giam-ngheo-da-chieu-can-tho-2025, 159, KH-UBND, 2025-11-19, day, none, 9, 10, 4",
                "ke-hoach-giam-ngheo-ve-thong-tin-tan-yen-2024, none, KH-UBND, 2024-04-01, month, Ngô Quốc Hưng, 8, 6, 5",
                "ke-hoach-giam-ngheo-ve-thong-tin-hoang-cat-2024, none, none, 2024-01-01, year, none, 6, 5, 4"
            })
    void a_plan_carries_the_marks_of_the_published_document(
            String slug,
            String number,
            String symbol,
            LocalDate issued,
            String precision,
            String signer,
            int bases,
            int recipients,
            int promises) {
        var plan = plans().filter(one -> one.getString("slug").equals(slug))
                .findFirst()
                .orElseThrow();

        assertThat(plan.getString("number", null)).isEqualTo(number);
        assertThat(plan.getString("symbol", null)).isEqualTo(symbol);
        assertThat(plan.getJsonObject("issued").getString("date")).isEqualTo(issued.toString());
        assertThat(plan.getJsonObject("issued").getString("precision")).isEqualTo(precision);
        assertThat(plan.get("signer") instanceof JsonObject person ? person.getString("name", null) : null)
                .isEqualTo(signer);
        assertThat(objects(plan, "legalBases")).hasSize(bases);
        assertThat(objects(plan, "recipients")).hasSize(recipients);
        assertThat(objects(plan, "deliverables")).hasSize(promises);
    }

    @Test
    void the_promises_of_cao_bang_2025_are_those_of_the_plan() {
        var promises = plans().filter(plan -> plan.getString("slug").equals(CAO_BANG_2025))
                .flatMap(plan -> objects(plan, "deliverables").stream())
                .toList();

        assertThat(promises).extracting(promise -> promise.getInt("quantity")).containsExactly(20, 3, 5);
        assertThat(promises)
                .extracting(promise -> promise.getJsonObject("minutes").getInt("min"))
                .containsExactly(5, 20, 5);
        assertThat(promises)
                .extracting(promise -> promise.getString("how"))
                .containsExactly("dub", "subtitle", "subtitle");
        assertThat(promises).allSatisfy(promise -> {
            assertThat(texts(promise, "languages")).containsExactly("vi", "hmn", "tyz");
            assertThat(promise.getString("deadline")).isEqualTo("2025-12-31");
            assertThat(promise.getBoolean("dueBefore"))
                    .as("trước ngày 31/12/2025")
                    .isTrue();
            assertThat(promise.getJsonObject("threshold").getInt("subscribers")).isEqualTo(200_000);
            assertThat(promise.getJsonObject("threshold").getInt("views")).isEqualTo(100_000_000);
        });
    }

    @Test
    void the_films_of_cao_bang_2025_go_to_every_kind_of_channel_that_the_plan_names() {
        assertThat(texts(deliverable("cao-bang-2025-phim-tai-lieu"), "channels"))
                .startsWith(
                        "Kênh phát thanh",
                        "Kênh truyền hình thiết yếu",
                        "Kênh truyền hình quảng bá khác của trung ương, địa phương",
                        "QPVN")
                .endsWith("Cụm thông tin điện tử", "Nền tảng số của đơn vị báo chí trung ương");
    }

    @Test
    void leaflets_go_the_ways_that_their_plans_name() {
        assertThat(texts(deliverable("hoang-cat-2024-an-pham"), "channels"))
                .containsExactly("Bảng thông tin công cộng", "Phát tận tay");
        assertThat(texts(deliverable("cao-bang-2022-to-roi"), "channels")).containsExactly("Phát hành bản in");
        assertThat(texts(deliverable("can-tho-2025-to-roi"), "channels"))
                .containsExactly("Phát hành bản in", "Nền tảng số");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void a_plan_names_only_what_the_taxonomies_hold_and_each_section_has_its_own_anchor(JsonObject plan) {
        var anchors = objects(plan, "sections").stream()
                .map(section -> section.getString("anchor"))
                .toList();

        assertThat(anchors).doesNotHaveDuplicates();
        assertThat(objects(plan, "legalBases")).allSatisfy(basis -> {
            if (basis.containsKey("citedIn")) {
                assertThat(anchors).contains(basis.getString("citedIn"));
            }
        });
        assertThat(codes("agencies")).contains(plan.getJsonObject("agency").getString("code"));
        assertThat(localities()).contains(plan.getString("locality"));
        assertThat(objects(plan, "deliverables")).allSatisfy(promise -> {
            assertThat(base("genre")).contains(promise.getString("genre"));
            assertThat(base("language")).containsAll(texts(promise, "languages"));
        });
    }

    @Test
    void cao_bang_has_56_communes_today_and_its_ten_districts_lead_to_them() {
        var rows = FOLDER.taxonomy("localities").getValuesAs(JsonObject.class);
        var communes = rows.stream()
                .filter(row -> row.getString("level").equals("commune")
                        && row.getString("parent").equals("04"))
                .map(row -> row.getString("code"))
                .collect(Collectors.toSet());
        var districts = rows.stream()
                .filter(row -> row.getString("level").equals("district")
                        && row.getString("parent").equals("04"))
                .toList();

        assertThat(communes).hasSize(56);
        assertThat(districts).hasSize(10).allSatisfy(district -> {
            assertThat(district.getString("validTo")).isEqualTo("2025-07-01");
            assertThat(communes).containsAll(texts(district, "successors"));
        });
        assertThat(districts.stream().flatMap(district -> texts(district, "successors").stream()))
                .containsAll(communes);
    }

    private static JsonObject deliverable(String id) {
        return plans().flatMap(plan -> objects(plan, "deliverables").stream())
                .filter(promise -> promise.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject plan(JsonObject product) {
        var owner = deliverables().get(product.getString("deliverable"));
        assertThat(owner).isNotNull();
        return owner;
    }

    private static Map<String, JsonObject> deliverables() {
        return plans().flatMap(plan ->
                        objects(plan, "deliverables").stream().map(promise -> Map.entry(promise.getString("id"), plan)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The codes that every portal has from its first day. */
    private static Set<String> base(String table) {
        var inserted =
                Pattern.compile("(?s)insert into " + table + " .*?on conflict").matcher(BASE_TAXONOMY);
        assertThat(inserted.find()).isTrue();
        return Pattern.compile("(?m)^    \\('([a-z0-9-]+)'")
                .matcher(inserted.group())
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> codes(String taxonomy) {
        return named(taxonomy, row -> Stream.of(row.getString("code")));
    }

    /** A reused code is good only with its day. */
    /**
     * A reused code alone means the newest unit. It may stand alone for a commune, whose code is that of what was there before; of provinces it must be said
     * which one is meant.
     */
    private static Set<String> localities() {
        var rows = FOLDER.taxonomy("localities").getValuesAs(JsonObject.class);
        var once = new HashSet<String>();
        var reused = rows.stream()
                .map(row -> row.getString("code"))
                .filter(code -> !once.add(code))
                .collect(Collectors.toSet());
        return named(
                "localities",
                row -> reused.contains(row.getString("code"))
                        ? Stream.of(
                                row.getString("code") + "@" + row.getString("validFrom"),
                                row.getString("level").equals("commune") && row.isNull("validTo")
                                        ? row.getString("code")
                                        : "")
                        : Stream.of(row.getString("code")));
    }

    private static Set<String> named(String taxonomy, Function<JsonObject, Stream<String>> names) {
        return FOLDER.taxonomy(taxonomy).getValuesAs(JsonObject.class).stream()
                .flatMap(names)
                .collect(Collectors.toSet());
    }

    private static List<JsonObject> tracks(JsonObject product) {
        return objects(product, "tracks");
    }

    private static List<JsonObject> objects(JsonObject owner, String field) {
        return owner.getJsonArray(field).getValuesAs(JsonObject.class);
    }

    private static List<String> texts(JsonObject owner, String field) {
        return ((JsonArray) owner.getOrDefault(field, JsonValue.EMPTY_JSON_ARRAY))
                .getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
