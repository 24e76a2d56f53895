package vn.loa.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CitedDocumentTest {
    private static final LocalDate MARCH = LocalDate.of(2022, 3, 21);
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 17);

    private final LegalBasis undated = cited("KH", null, null);
    private final LegalBasis ofMarch = cited("KH", MARCH, "Triển khai Chương trình");
    private final LegalBasis ofSeptember = cited("KH", SEPTEMBER, "Thực hiện Chương trình");

    @Test
    void documents_of_one_number_and_two_days_are_two_also_beside_a_citation_without_a_day() {
        for (var bases : List.of(
                List.of(undated, ofMarch, ofSeptember),
                List.of(ofMarch, undated, ofSeptember),
                List.of(ofSeptember, ofMarch, undated))) {
            assertThat(CitedDocument.among(bases).values())
                    .containsExactlyElementsOf(bases.stream().map(List::of).toList());
        }
    }

    @Test
    void a_citation_without_a_day_means_the_only_document_of_its_number_and_the_others_tell_more_of_it() {
        var documents = CitedDocument.among(List.of(undated, ofMarch));

        assertThat(documents.values()).containsExactly(List.of(undated, ofMarch));
        documents.forEach((document, citations) -> {
            assertThat(document.told(citations).date()).isEqualTo(MARCH);
            assertThat(document.told(citations).title()).isEqualTo("Triển khai Chương trình");
        });
    }

    @Test
    void what_two_citations_tell_differently_is_told_as_the_first_does() {
        var again = cited("KH", MARCH, "Giai đoạn 2021 - 2025");

        CitedDocument.among(List.of(ofMarch, again))
                .forEach((document, citations) ->
                        assertThat(document.told(citations).title()).isEqualTo("Triển khai Chương trình"));
    }

    @Test
    void a_decision_is_no_plan_of_the_same_number() {
        assertThat(CitedDocument.among(List.of(undated, cited("QĐ", MARCH, null))))
                .hasSize(2);
    }

    @Test
    void what_another_plan_cites_is_compared_with_what_this_one_does() {
        var ours = List.of(ofMarch);

        assertThat(CitedDocument.of(undated, ours)).isEqualTo(CitedDocument.of(ofMarch, ours));
        assertThat(CitedDocument.of(ofSeptember, ours)).isNotEqualTo(CitedDocument.of(ofMarch, ours));
        assertThat(CitedDocument.of(ofSeptember, List.of(undated)))
                .as("nothing tells them apart")
                .isEqualTo(CitedDocument.of(undated, List.of(undated)));
        assertThat(CitedDocument.among(List.of(ofMarch, ofSeptember)))
                .doesNotContainKey(CitedDocument.of(undated, List.of(ofMarch, ofSeptember)));
    }

    @Test
    void a_document_is_cited_only_within_a_section_when_the_preamble_does_not_cite_it() {
        var within = cited("KH", MARCH, null, "ii-1");

        CitedDocument.among(List.of(within, cited("KH", MARCH, null, "iii")))
                .forEach((document, citations) ->
                        assertThat(document.told(citations).citedIn()).isEqualTo("ii-1"));
        CitedDocument.among(List.of(within, ofMarch))
                .forEach((document, citations) ->
                        assertThat(document.told(citations).citedIn()).isNull());
    }

    private static LegalBasis cited(String kind, @Nullable LocalDate date, @Nullable String title) {
        return cited(kind, date, title, null);
    }

    private static LegalBasis cited(
            String kind, @Nullable LocalDate date, @Nullable String title, @Nullable String citedIn) {
        return new LegalBasis(
                null,
                0,
                new PlanContent.Basis("77/KH-UBND", kind, date, null, title, Relation.BASED_ON, null, citedIn, null),
                null);
    }
}
