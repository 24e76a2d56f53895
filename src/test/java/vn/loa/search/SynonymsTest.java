package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.search.SynonymTerms.Fault;

class SynonymsTest {
    private static final Synonyms SYNONYMS = Synonyms.of(List.of(
            SynonymTerms.of("bắp, ngô"),
            SynonymTerms.of("hộ cận nghèo, hcn"),
            SynonymTerms.of("nhà vệ sinh, hố xí, cầu tiêu (cũ)"),
            SynonymTerms.of("xe ôm => xe máy")));

    @ParameterizedTest
    @CsvSource({
        "trồng ngô, 'trồng ((+ngô) \"bắp\")'",
        "ngo, '((+ngo) \"bắp\") ((+ngo) \"bắp\")'",
        "BẮP lai, '((+bắp) \"ngô\") lai'",
        "vốn cho ho can ngheo, 'vốn cho ((+ho +can +ngheo) \"hcn\")'",
        "bẩn nha ve sinh, 'bẩn ((+nha +ve +sinh) \"hố xí\" \"cầu tiêu \\(cũ\\)\")'"
    })
    void words_of_a_group_bring_the_others_along(String typed, String query) {
        assertThat(literal(typed)).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({"ngõ, ngõ", "hộ nghèo, hộ nghèo", "cận, cận"})
    void a_word_typed_with_diacritics_means_just_that_and_part_of_a_phrase_means_nothing(String typed, String query) {
        assertThat(literal(typed)).isEqualTo(query);
    }

    @Test
    void words_that_mean_something_together_are_one() {
        assertThat(SYNONYMS.each(new Words("vốn cho ho can ngheo")))
                .containsExactly("vốn", "cho", "((+ho +can +ngheo) \"hcn\")");
        assertThat(SYNONYMS.each(new Words("hcn"))).containsExactly("((+hcn) \"hộ cận nghèo\")");
        assertThat(Synonyms.none().each(new Words("a:b c"))).containsExactly("a\\:b", "c");
    }

    @Test
    void only_so_many_are_brought_along() {
        assertThat(literal("ngô ngô ngô ngô")).isEqualTo("((+ngô) \"bắp\") ((+ngô) \"bắp\") ((+ngô) \"bắp\") ngô");
    }

    @Test
    void what_is_typed_stays_words_and_never_becomes_syntax() {
        assertThat(literal("ngô) OR {!func}x *")).startsWith("((+ngô\\)) \"bắp\") or \\{\\!func\\}x \\*");
        assertThat(Synonyms.none().literal(new Words("a:b (c"))).isEqualTo(new Words("a:b (c").literal());
    }

    @ParameterizedTest
    @CsvSource({
        "'bắp', TOO_FEW",
        "'bắp, BẮP', TOO_FEW",
        "', ,', TOO_FEW",
        "'a,b,c,d,e,f,g,h,i', TOO_MANY",
        "'bắp, một hai ba bốn năm sáu bảy', TOO_LONG",
        "'bắp, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', TOO_LONG",
        "'bắp, ???', UNREADABLE",
        "'sắn, Ngô', TAKEN",
        "'ngô => sắn', TAKEN",
        "'xe ôm =>', TOO_FEW",
        "'=> xe máy', TOO_FEW",
        "'a => b => c', ARROWS",
        "'mong, mông', SAME_LETTERS",
        "'huyen => huyện, huyền', SAME_LETTERS"
    })
    void what_is_no_group_is_refused_and_the_reason_told(String written, Fault fault) {
        var others = List.of(new SynonymGroup(SynonymTerms.of("ngô, bắp non"), Instant.EPOCH));

        assertThat(SynonymTerms.of(written).faults(others)).contains(fault);
    }

    @Test
    void words_of_the_same_letters_may_stand_beside_another_that_they_do_not_find() {
        assertThat(SynonymTerms.of("mong, mông, mèo").faults(List.of())).isEmpty();
        assertThat(SynonymTerms.of("thuỷ => thủy").faults(List.of())).isEmpty();
    }

    @Test
    void a_group_is_kept_as_it_is_written_without_what_nobody_sees() {
        var terms = SynonymTerms.of("  bắp ,ngô\u200b;  hạt   bắp\n");

        assertThat(terms.terms()).containsExactly("bắp", "ngô", "hạt bắp");
        assertThat(terms.faults(List.of())).isEmpty();
        assertThat(new SynonymGroup(terms, Instant.EPOCH).read()).isEqualTo(terms);
    }

    @Test
    void an_arrow_leads_one_way_only() {
        assertThat(literal("gọi xe ôm")).isEqualTo("gọi ((+xe +ôm) \"xe máy\")");
        assertThat(literal("gọi xe máy")).isEqualTo("gọi xe máy");
        assertThat(SynonymTerms.of(" xe  ôm→xe máy ,").written()).isEqualTo("xe ôm => xe máy");
        assertThat(SynonymTerms.of("xe máy, xe ôm")
                        .faults(List.of(new SynonymGroup(SynonymTerms.of("honda => xe máy"), Instant.EPOCH))))
                .as("what is only found may stand elsewhere, too")
                .isEmpty();
    }

    private static String literal(String typed) {
        return SYNONYMS.literal(Words.of(typed).orElseThrow());
    }
}
