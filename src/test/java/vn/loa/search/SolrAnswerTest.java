package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.Finder.Count;

class SolrAnswerTest {
    @Test
    void lists_that_were_asked_for_apart_are_one_after_another_and_counted_together_and_by_themselves() {
        var answer = read("""
                {"grouped":{
                  "kind:product":{"matches":9,"doclist":{"numFound":7,"start":0,"docs":[{"id":"product/3"},{"id":"product/1"}]}},
                  "kind:plan":{"matches":9,"doclist":{"numFound":2,"start":0,"docs":[{"id":"plan/4"}]}},
                  "kind:question":{"matches":9,"doclist":{"numFound":0,"start":0,"docs":[]}}}}""");

        assertThat(answer.ids()).containsExactly("product/3", "product/1", "plan/4");
        assertThat(answer.total()).isEqualTo(9);
        assertThat(answer.totalOf(ProductQuery.ofKind(SubjectKind.PLAN))).isEqualTo(2);
        assertThat(answer.totalOf(ProductQuery.ofKind(SubjectKind.QUESTION))).isZero();
    }

    @Test
    void one_list_is_as_it_is() {
        var answer = read("{\"response\":{\"numFound\":30,\"start\":0,\"docs\":[{\"id\":\"plan/4\"}]}}");

        assertThat(answer.ids()).containsExactly("plan/4");
        assertThat(answer.total()).isEqualTo(30);
    }

    @Test
    void what_is_chosen_has_its_true_count_also_when_it_is_not_among_the_most_frequent() {
        var answer = read("""
                {"facets":{"count":40,
                  "locality":{"buckets":[{"val":"04@2025-07-01","count":40},{"val":"01273@2025-07-01","count":2}]},
                  "more_locality":{"buckets":[{"val":"04@2025-07-01","count":38}]},
                  "chosen_locality_01273@2025-07-01":{"count":2},
                  "chosen_locality_01290@2025-07-01":{"count":1},
                  "chosen_locality_99999@1900-01-01":{"count":0}}}""");

        assertThat(ProductQuery.counts(answer, Facet.LOCALITY))
                .isEqualTo(List.of(
                        new Count("04@2025-07-01", 40, 38),
                        new Count("01273@2025-07-01", 2, 0),
                        new Count("01290@2025-07-01", 1, 0)));
        assertThat(ProductQuery.counts(answer, Facet.GENRE)).isEmpty();
    }

    private static SolrAnswer read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject answer = reader.readObject();
            return new SolrAnswer(answer);
        }
    }
}
