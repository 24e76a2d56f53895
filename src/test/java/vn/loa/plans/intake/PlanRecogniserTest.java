package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.plans.PlanContent;
import vn.loa.plans.Precision;
import vn.loa.plans.RecipientRole;
import vn.loa.plans.Relation;

/** A whole document, as it should be and as it comes. */
class PlanRecogniserTest {
    @Test
    void a_plan_laid_out_as_the_decree_says_is_recognised_as_a_whole() {
        assertIsThePlan(Documents.read(Documents.PLAN));
    }

    @Test
    void decomposed_letters_make_no_difference() {
        assertIsThePlan(Documents.read(Normalizer.normalize(Documents.PLAN, Normalizer.Form.NFD)));
    }

    @Test
    void where_the_tone_stands_makes_no_difference() {
        assertIsThePlan(Documents.read(
                Documents.PLAN.replace("ỦY BAN", "UỶ BAN").replace("HÓA", "HOÁ").replace("HÒA", "HOÀ")));
    }

    @Test
    void spaces_that_do_not_break_and_hyphens_that_cannot_be_seen_make_no_difference() {
        assertIsThePlan(Documents.read(Documents.PLAN
                .replace("tháng ", "tháng\u00a0")
                .replace("tiểu phẩm", "tiểu\u00a0phẩm")
                .replace("truyền", "tru\u00adyền")
                .replace("\nI. ", "\n\u200bI. ")));
    }

    @Test
    void digits_that_a_scanner_took_for_letters_are_read_and_doubted() {
        var plan = Documents.read(Documents.PLAN.replace("215/KH", "2l5/KH").replace("năm 2026\nKẾ", "năm 2O26\nKẾ"));

        assertThat(plan.number().orElseThrow().value()).isEqualTo("215");
        assertThat(plan.number().orElseThrow().doubts()).contains(Doubt.MENDED_DIGITS);
        assertThat(plan.issued().orElseThrow().value().date()).isEqualTo(LocalDate.of(2026, 3, 7));
        assertThat(plan.issued().orElseThrow().doubts()).contains(Doubt.MENDED_DIGITS);
    }

    @Test
    void every_finding_says_where_it_stands() {
        var plan = Documents.read(Documents.PLAN);

        assertThat(at(plan.number())).isEqualTo("215/KH-SVHTTDL");
        assertThat(at(plan.town())).isEqualTo("Sơn Thủy");
        assertThat(at(plan.kind())).isEqualTo("KẾ HOẠCH");
        assertThat(at(plan.subject())).isEqualTo("Đưa tin về vốn vay đến các bản xa năm 2026");
        assertThat(at(Optional.of(plan.deliverables().get(0)))).isEqualTo("12 tiểu phẩm");
        assertThat(at(Optional.of(plan.recipients().get(0)))).isEqualTo("UBND tỉnh (b/c);");
        assertThat(at(Optional.of(plan.legalBases().get(0))))
                .startsWith("Nghị quyết số 31")
                .endsWith("năm 2026");
    }

    @Test
    void a_place_is_counted_in_the_original_also_where_letters_are_decomposed() {
        var text = Normalizer.normalize(Documents.PLAN, Normalizer.Form.NFD);

        var place = Documents.read(text).subject().orElseThrow().place();

        assertThat(Normalizer.normalize(Documents.at(text, place), Normalizer.Form.NFC))
                .isEqualTo("Đưa tin về vốn vay đến các bản xa năm 2026");
    }

    @Test
    void a_text_of_more_than_the_most_is_refused_with_both_numbers() {
        var recognition =
                PlanRecogniser.recognise(List.of(IntakeBlock.paragraph("a".repeat(PlanRecogniser.MOST_CHARS))));

        assertThat(recognition)
                .isEqualTo(new Recognition.TooLong(PlanRecogniser.MOST_CHARS + 1L, PlanRecogniser.MOST_CHARS));
    }

    @Test
    void a_text_that_is_no_document_at_all_has_nothing_in_it() {
        var plan = Documents.read("Sáng nay trời có sương mù, bà con đi chợ phiên muộn hơn mọi hôm một chút.");

        assertThat(plan.kind()).isEmpty();
        assertThat(plan.agency()).isEmpty();
        assertThat(plan.subject()).isEmpty();
        assertThat(plan.legalBases()).isEmpty();
        assertThat(plan.sections()).isEmpty();
        assertThat(plan.deliverables()).isEmpty();
        assertThat(plan.recipients()).isEmpty();
        assertThat(plan.signer()).isEmpty();
    }

    private static String at(Optional<? extends Finding<?>> finding) {
        return Documents.at(Documents.PLAN, finding.orElseThrow().place());
    }

    private static void assertIsThePlan(RecognisedPlan plan) {
        assertThat(plan.superior().orElseThrow().value()).isEqualTo("Ủy ban nhân dân tỉnh Sơn Thủy");
        assertThat(Letters.fold(plan.agency().orElseThrow().value()))
                .isEqualTo("so van hoa, the thao va du lich tinh son thuy");
        assertThat(plan.number().orElseThrow().value()).isEqualTo("215");
        assertThat(plan.symbol().orElseThrow().value()).isEqualTo("KH-SVHTTDL");
        assertThat(plan.town().orElseThrow().value()).isEqualTo("Sơn Thủy");
        assertThat(plan.issued().orElseThrow().value().date()).isEqualTo(LocalDate.of(2026, 3, 7));
        assertThat(plan.issued().orElseThrow().value().precision()).isEqualTo(Precision.DAY);
        assertThat(plan.kind().orElseThrow().value()).isEqualTo(DocumentKind.PLAN);
        assertThat(plan.subject().orElseThrow().value()).isEqualTo("Đưa tin về vốn vay đến các bản xa năm 2026");
        assertThat(plan.period().orElseThrow().value()).isEqualTo(new Period(2026, 2026));
        assertThat(plan.legalBases())
                .extracting(basis -> basis.value().reference())
                .containsExactly("31/NQ-HĐND", "77/QĐ-UBND");
        assertThat(plan.legalBases())
                .extracting(basis -> basis.value().relation())
                .containsExactly(Relation.BASED_ON, Relation.ALLOCATES_BUDGET);
        assertThat(plan.legalBases())
                .extracting(basis -> basis.value().issuer())
                .containsExactly("Hội đồng nhân dân tỉnh Sơn Thủy", "Ủy ban nhân dân tỉnh Sơn Thủy");
        assertThat(plan.sections())
                .extracting(part -> part.value().anchor())
                .containsExactly("i", "ii", "ii-1", "ii-2", "iii", "iv", "iv-1");
        assertThat(plan.deliverables()).hasSize(1);
        assertIsThePromise(plan.deliverables().get(0).value());
        assertThat(plan.recipients())
                .extracting(recipient -> recipient.value().role())
                .containsExactly(
                        Optional.of(RecipientRole.REPORT),
                        Optional.of(RecipientRole.CARRY_OUT),
                        Optional.of(RecipientRole.ARCHIVE));
        assertThat(plan.signer().orElseThrow().value())
                .isEqualTo(new PlanContent.Signer("Hoàng Thị Mây", "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC"));
    }

    private static void assertIsThePromise(PlanContent.Promise promise) {
        assertThat(promise.genre()).isEqualTo("tieu-pham");
        assertThat(promise.quantity()).isEqualTo(12);
        assertThat(promise.languages()).containsExactly("vi", "hmn", "tyz");
        assertThat(promise.minutesMin()).isEqualTo(3);
        assertThat(promise.minutesMax()).isEqualTo(5);
        assertThat(promise.deadline()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(promise.dueBefore()).isTrue();
        assertThat(promise.channels()).containsExactly("Đài truyền thanh xã", "Cổng thông tin điện tử tỉnh");
        assertThat(promise.leadUnit()).isEqualTo("Phòng Thông tin");
    }
}
