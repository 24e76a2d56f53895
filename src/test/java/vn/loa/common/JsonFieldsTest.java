package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
    @Test
    void every_fault_is_named_with_its_place() {
        var fields = fields("{\"year\":\"2025\",\"title\":{\"vi\":7},\"credits\":[{\"role\":\"x\"}],\"colour\":1}");
        fields.integer("year");
        fields.texts("title");
        fields.text("genre");
        fields.objects("credits", credit -> credit.text("role") + credit.text("name"));

        assertThat(faults(fields)).containsExactly("year", "title", "genre", "credits[0].name", "colour");
    }

    @Test
    void of_each_field_only_one_fault_is_told_and_none_of_its_parts() {
        var fields = fields("{\"at\":\"tomorrow\",\"title\":7,\"credits\":{},\"credit\":1}");
        fields.text("kind");
        fields.violated("kind", "is not known: ");
        fields.optionalInstant("at");
        fields.violated("at", "goes with scheduled");
        fields.texts("title");
        fields.violated("title.vi", "is required");
        fields.objects("credits", credit -> credit);
        fields.violated("credits[0].name", "is too long");
        fields.integer("credit");

        assertThat(told(fields))
                .containsExactly(
                        "kind: is required",
                        "at: must be a moment like 2025-05-22T07:00:00+07:00",
                        "title: must hold a text for each language, like {\"vi\": \"…\"}",
                        "credits: must be a list of objects");
    }

    @Test
    void null_is_the_same_as_missing() {
        var fields = fields("{\"number\":null}");

        assertThat(fields.optionalText("number")).isEmpty();
        assertThatCode(fields::finish).doesNotThrowAnyException();
    }

    @Test
    void a_number_that_is_not_whole_or_too_large_is_refused() {
        var fields = fields("{\"a\":1.5,\"b\":99999999999}");
        fields.optionalInt("a");
        fields.optionalInt("b");

        assertThat(faults(fields)).containsExactly("a", "b");
    }

    @Test
    void a_moment_needs_its_offset() {
        var fields = fields("{\"a\":\"2025-05-22T07:00:00+07:00\",\"b\":\"2025-05-22T07:00:00\"}");

        assertThat(fields.optionalInstant("a")).contains(Instant.parse("2025-05-22T00:00:00Z"));
        fields.optionalInstant("b");
        assertThat(faults(fields)).containsExactly("b");
    }

    @Test
    void days_and_moments_beyond_what_a_calendar_of_ours_holds_are_refused() {
        var fields = fields("{\"a\":\"+999999999-01-01\",\"b\":\"+300000-01-01T00:00:00Z\",\"c\":\"1899-12-31\","
                + "\"d\":\"1900-01-01\",\"e\":\"2200-12-31T23:59:59Z\"}");
        fields.optionalDay("a");
        fields.optionalInstant("b");
        fields.optionalDay("c");
        fields.optionalDay("d");
        fields.optionalInstant("e");

        assertThat(faults(fields)).containsExactly("a", "b", "c");
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        var fields = fields("{\"a\":\"abc\",\"b\":\"abcd\"}");

        assertThat(fields.optionalText("a", 3)).contains("abc");
        assertThat(fields.optionalText("b", 3)).isEmpty();
        assertThat(faults(fields)).containsExactly("b");
    }

    @Test
    void what_no_database_can_store_is_refused() {
        var fields = fields(
                "{\"a\":\"x\\u0000y\",\"b\":[\"\\ud800\"],\"c\":{\"vi\":\"\\udc00x\"},\"d\":\"\\ud83d\\ude00\"}");
        fields.optionalText("a");
        fields.textList("b");
        fields.texts("c");
        fields.text("d");

        assertThat(faults(fields)).containsExactly("a", "b", "c.vi");
    }

    @Test
    void texts_are_read_as_people_see_them_and_passwords_as_they_are() {
        var fields =
                fields("{\"name\":\"A\\r\\n\\u202eB\",\"title\":{\"vi\":\"C\\n\\u2066D\"},\"list\":[\"E\\u0007\\tF\"],"
                        + "\"note\":\"G\\r\\nH\\u202a\",\"body\":{\"vi\":\"I\\rJ\"},\"secret\":\" K\\n\\u202aL \"}");

        assertThat(fields.text("name")).isEqualTo("A B");
        assertThat(fields.texts("title").in("vi")).isEqualTo("C D");
        assertThat(fields.textList("list")).containsExactly("E F");
        assertThat(fields.optionalLines("note", 10)).contains("G\nH");
        assertThat(fields.longTexts("body").in("vi")).isEqualTo("I\nJ");
        assertThat(fields.secret("secret")).isEqualTo(" K\n\u202aL ");
        assertThatCode(fields::finish).doesNotThrowAnyException();
    }

    private static JsonFields fields(String json) {
        return new JsonFields(Json.createReader(new StringReader(json)).readObject());
    }

    private static List<String> faults(JsonFields fields) {
        return violations(fields).map(Violation::field).toList();
    }

    private static List<String> told(JsonFields fields) {
        return violations(fields)
                .map(wrong -> wrong.field() + ": " + wrong.message())
                .toList();
    }

    private static Stream<Violation> violations(JsonFields fields) {
        return catchThrowableOfType(InvalidInput.class, fields::finish).violations().stream();
    }
}
