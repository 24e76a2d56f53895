package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five plans that Loa was built for, where they are at hand; what is asked here holds for every plan, the rest is in the bench. */
class OfficialPlansTest {
    /** What the editor must be able to rely on. */
    private static final List<String> CERTAIN = List.of(
            "agency",
            "number",
            "symbol",
            "town",
            "issued",
            "kind",
            "subject",
            "period",
            "signer: name",
            "signer: capacity",
            "basis: kind, number, symbol, section",
            "basis: date",
            "basis: relation",
            "section: address, number, depth",
            "recipient: name",
            "recipient: role",
            "deliverable: number and genre",
            "deliverable: languages",
            "deliverable: minutes",
            "deliverable: deadline");

    static Stream<Judgement> judgements() {
        return Judgement.all().stream();
    }

    @ParameterizedTest
    @MethodSource("judgements")
    void what_a_person_found_is_what_the_sample_content_says(Judgement judgement) throws IOException {
        JsonObject sample;
        try (var in = Files.newInputStream(Path.of("src/main/sample/plans", judgement.plan() + ".json"));
                var json = Json.createReader(in)) {
            sample = json.readObject();
        }

        for (var field : List.of("number", "symbol", "issued", "kind", "subject", "period", "signer")) {
            assertThat(judgement.facts().get(field)).as(field).isEqualTo(sample.get(field));
        }
        for (var field : List.of("reference", "kind", "date", "relation")) {
            assertThat(each(judgement.facts(), "legalBases", field))
                    .as(field)
                    .isEqualTo(each(sample, "legalBases", field));
        }
        assertThat(each(judgement.facts(), "sections", "anchor")).isEqualTo(each(sample, "sections", "anchor"));
        assertThat(each(judgement.facts(), "recipients", "role")).isEqualTo(each(sample, "recipients", "role"));
    }

    private static List<JsonValue> each(JsonObject plan, String list, String field) {
        return plan.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(one -> one.getOrDefault(field, JsonValue.NULL))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("judgements")
    void an_official_plan_is_recognised_as_a_person_reads_it(Judgement judgement) {
        var text = judgement.text();
        assumeTrue(text.isPresent(), Judgement.whereFrom());

        var found = Facts.of(Documents.read(text.orElseThrow()), judgement).byField();

        var there = Facts.of(judgement).byField();
        for (var field : CERTAIN) {
            assertThat(found.getOrDefault(field, List.of()))
                    .as(field)
                    .containsExactlyInAnyOrderElementsOf(there.getOrDefault(field, List.of()));
        }
    }
}
