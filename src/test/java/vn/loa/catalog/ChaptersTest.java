package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.common.Violation;
import vn.loa.subtitles.SubtitlesRefused;

class ChaptersTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void chapters_in_order_within_the_work_and_with_titles_are_right() {
        assertThat(wrong(MINUTE, chapter(0, "Mở đầu"), chapter(59_999, "Kết"))).isEmpty();
        assertThat(wrong(Duration.ZERO, chapter(86_400_000, "Dài như ngày"))).isEmpty();
        assertThat(wrong(MINUTE)).isEmpty();
    }

    @Test
    void what_is_wrong_is_named_by_its_place() {
        assertThat(wrong(
                        MINUTE,
                        chapter(5_000, "Một"),
                        chapter(5_000, "Hai"),
                        chapter(60_000, "Ba"),
                        chapter(-1, "Bốn"),
                        new Chapter(70_000, Texts.of("en", "Five")),
                        chapter(80_000, "a\nb"),
                        chapter(90_000, "x".repeat(121))))
                .extracting(Violation::field)
                .containsExactly(
                        "chapters[1].startSeconds",
                        "chapters[2].startSeconds",
                        "chapters[3].startSeconds",
                        "chapters[4].startSeconds",
                        "chapters[4].title.vi",
                        "chapters[5].startSeconds",
                        "chapters[5].title.vi",
                        "chapters[6].startSeconds",
                        "chapters[6].title.vi");
    }

    @Test
    void a_hundred_are_enough() {
        var many =
                IntStream.range(0, 101).mapToObj(i -> chapter(i, "Phần " + i)).toArray(Chapter[]::new);

        assertThat(wrong(MINUTE, many)).extracting(Violation::field).containsExactly("chapters");
    }

    @Test
    void json_names_seconds_and_titles() {
        var read = read("{\"chapters\":[{\"startSeconds\":0,\"title\":{\"vi\":\"Mở đầu\"}},"
                + "{\"startSeconds\":72.4,\"title\":{\"vi\":\"Kết\",\"en\":\"End\"}}]}");

        assertThat(read).extracting(Chapter::startMillis).containsExactly(0L, 72_400L);
        assertThat(read.get(1).title().in("en")).isEqualTo("End");
    }

    @Test
    void json_without_chapters_or_with_more_fields_is_refused() {
        assertThatThrownBy(() -> read("{}")).hasMessageContaining("chapters: is required");
        assertThatThrownBy(() -> read("{\"chapters\":[{\"start\":1,\"title\":{\"vi\":\"a\"}}]}"))
                .hasMessageContaining("chapters[0].startSeconds: is required")
                .hasMessageContaining("chapters[0].start: is not a field");
        assertThatThrownBy(() -> read("{\"chapters\":[{\"startSeconds\":\"1\",\"title\":\"a\"}]}"))
                .hasMessageContaining("chapters[0].startSeconds: must be a number")
                .hasMessageContaining("chapters[0].title: must hold a text for each language");
    }

    @Test
    void a_file_says_which_chapters_there_are_and_keeps_titles_in_other_languages() {
        var before = List.of(
                new Chapter(0, Texts.of(Map.of("vi", "Mở đầu", "en", "Old"))), chapter(30_000, "Không còn nữa"));

        var after = Chapters.read(
                bytes("WEBVTT\n\n1\n00:00.000 --> 00:20.000\nBeginning\n\n00:20.500 --> 01:00.000\nR&amp;D\n"),
                "en",
                before);

        assertThat(after).extracting(Chapter::startMillis).containsExactly(0L, 20_500L);
        assertThat(after.get(0).title()).isEqualTo(Texts.of(Map.of("vi", "Mở đầu", "en", "Beginning")));
        assertThat(after.get(1).title()).isEqualTo(Texts.of("en", "R&D"));
    }

    @Test
    void lines_of_a_file_that_make_no_chapter_are_named() {
        assertThatThrownBy(() -> Chapters.read(
                        bytes("WEBVTT\n\n00:xx --> 00:20.000\nMột\n\n00:20.000 --> 00:30.000\nHai\n"), "vi", List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> Chapters.read(bytes("1\n00:00:00,000 --> 00:00:20,000\nMột\n"), "vi", List.of()))
                .hasMessageContaining("is not WebVTT but SubRip");
        assertThatThrownBy(() -> Chapters.read(bytes("Phần một"), "vi", List.of()))
                .isInstanceOf(SubtitlesRefused.class);
    }

    @Test
    void a_file_holds_each_chapter_until_the_next_and_the_last_until_the_end() {
        var written = Chapters.write(List.of(chapter(0, "Một & <hai>"), chapter(20_500, "--> Ba")), MINUTE, "en");

        assertThat(written)
                .isEqualTo("WEBVTT\n\n00:00:00.000 --> 00:00:20.500\nMột &amp; &lt;hai&gt;\n\n"
                        + "00:00:20.500 --> 00:01:00.000\n--&gt; Ba\n");
    }

    @Property
    void what_is_written_is_read_back(@ForAll List<String> titles) {
        var chapters = IntStream.range(0, titles.size())
                .mapToObj(i -> new Chapter(i * 1_500L, Texts.of("vi", titles.get(i))))
                .filter(chapter ->
                        Chapters.violations(List.of(chapter), Duration.ZERO).isEmpty())
                .filter(chapter -> chapter.title().in("vi").codePoints().allMatch(Character::isLetterOrDigit))
                // Of the letters some stand for nothing.
                .filter(chapter -> PlainText.line(chapter.title().in("vi"))
                        .equals(chapter.title().in("vi")))
                .collect(Collectors.toList());
        if (chapters.isEmpty()) {
            return;
        }

        var read = Chapters.read(bytes(Chapters.write(chapters, Duration.ZERO, "vi")), "hmn", List.of());

        assertThat(read)
                .extracting(Chapter::startMillis, chapter -> chapter.title().in("hmn"))
                .containsExactlyElementsOf(chapters.stream()
                        .map(c -> org.assertj.core.api.Assertions.tuple(
                                c.startMillis(), c.title().in("vi")))
                        .toList());
    }

    private static Chapter chapter(long millis, String title) {
        return new Chapter(millis, Texts.of("vi", title));
    }

    private static List<Violation> wrong(Duration length, Chapter... chapters) {
        return Chapters.violations(List.of(chapters), length);
    }

    private static List<Chapter> read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            var fields = new JsonFields(reader.readObject());
            var chapters = Chapters.read(fields);
            fields.finish();
            return chapters;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
