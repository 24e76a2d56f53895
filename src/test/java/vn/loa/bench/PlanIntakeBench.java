package vn.loa.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.plans.intake.Counts;
import vn.loa.plans.intake.Facts;
import vn.loa.plans.intake.IntakeBlock;
import vn.loa.plans.intake.Judgement;
import vn.loa.plans.intake.PlainText;
import vn.loa.plans.intake.PlanRecogniser;
import vn.loa.plans.intake.Recognition;
import vn.loa.plans.intake.Variant;

/**
 * How much of the five official plans is recognised, and how much of what is recognised is right, field by field, beside what a person found in them; the same over the
 * ways in which such documents come; and how long a text takes that is made to take long.
 */
@Order(13)
class PlanIntakeBench {
    private static final List<String> HOSTILE = List.of(
            "(",
            "ngày ",
            "ngày........",
            "số ",
            "số 1/",
            "Căn cứ Quyết định số 1/QĐ-A; ",
            "Luật ",
            "1. ",
            "I. A\n",
            "a",
            " ",
            ".",
            "\u0301",
            "1 tiểu phẩm ",
            "Quyết định của ",
            "sửa đổi, bổ sung một số điều của ",
            "- x\n",
            "Điều 1. ",
            "UBND TỈNH ",
            "1",
            "O",
            "phát trên ",
            "tiếng Mông, ",
            "từ năm ");

    @Test
    void theOfficialPlansAreRecognised() {
        Report report = new Report(
                "plan-intake", "Facts of five official plans that are recognised, beside those that a person found");
        if (Judgement.all().stream().anyMatch(judgement -> judgement.text().isEmpty())) {
            report.note(Judgement.whereFrom()).publish();
            return;
        }
        Counts published = count((judgement, text) -> Variant.AS_PUBLISHED.blocks(text));
        published.each((field, shares) -> row(report, field, shares));
        ways().forEach((label, way) ->
                row(report, "all fields, " + label, count(way).all()));
        published.faults().forEach(report::note);
        report.publish();
    }

    @Test
    void aTextMadeToTakeLongDoesNot() throws Exception {
        Report report = new Report(
                "plan-intake-hostile", "Texts of a million chars, one thing again and again, recognised or refused");
        for (String piece : HOSTILE) {
            String text = "KẾ HOẠCH\nĐón lũ ở các xã ven suối năm 2026\nCăn cứ "
                    + piece.repeat((PlanRecogniser.MOST_CHARS - 1_000) / piece.length());
            double millis = Samples.millis(() -> PlanRecogniser.recognise(PlainText.blocks(text)));
            report.row("\"" + piece.strip() + "\"", millis, "ms", "<= 5,000 ms");
        }
        report.publish();
    }

    private static Map<String, BiFunction<Judgement, String, List<IntakeBlock>>> ways() {
        Map<String, BiFunction<Judgement, String, List<IntakeBlock>>> ways = new LinkedHashMap<>();
        for (Variant variant : Variant.values()) {
            ways.put(variant.label(), (judgement, text) -> variant.blocks(text));
        }
        ways.put("head as a table", (judgement, text) -> Variant.withHead(judgement, text, true));
        ways.put("head with both columns on one line", (judgement, text) -> Variant.withHead(judgement, text, false));
        return ways;
    }

    private static Counts count(BiFunction<Judgement, String, List<IntakeBlock>> way) {
        Counts counts = new Counts();
        for (Judgement judgement : Judgement.all()) {
            Recognition recognition = PlanRecogniser.recognise(
                    way.apply(judgement, judgement.text().orElseThrow()));
            if (recognition instanceof Recognition.Recognised recognised) {
                counts.add(judgement.seed(), Facts.of(judgement), Facts.of(recognised.plan(), judgement));
            } else {
                throw new AssertionError(judgement.seed() + ": " + recognition);
            }
        }
        return counts;
    }

    private static void row(Report report, String what, Counts.Shares shares) {
        report.row(what + " (" + shares.there() + ")", shares.precision(), "precision")
                .row(what + " (" + shares.there() + ")", shares.recall(), "recall");
    }
}
