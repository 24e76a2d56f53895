package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Documents that nobody would write, made from one that somebody would. */
class HostileDocumentsTest {
    private static final List<String> POISON = List.of(
            "V/v",
            "V/v\nMột điều",
            "\0",
            "\u202e",
            "\n",
            "\r",
            "\t",
            "\f",
            "   ",
            "*",
            "#",
            "<sub>",
            "<",
            "\\",
            "\ud800",
            "\udc00",
            "\ufeff",
            "\u0301".repeat(20),
            "\u00ad",
            "Căn cứ",
            "Số: /",
            "số ",
            "99999999999",
            "0/0",
            "ngày 99 tháng 99 năm 9999",
            "ngày 31/2/2026",
            "ngày tháng năm",
            "I.",
            "1.",
            "1.1.1.1.1.1. ",
            "lll. ",
            "Điều 0. ",
            "đ) ",
            "- ",
            "(",
            ")",
            ";",
            "Nơi nhận:",
            "KT. ",
            "CHỦ TỊCH",
            "KẾ HOẠCH\n",
            "tiểu phẩm",
            "99999 tiểu phẩm ",
            "0 phút",
            "999 phút",
            "giai đoạn 9999-0000",
            "năm 0000",
            "OOOO",
            "lll",
            "Luật ",
            "Quyết định số 1/Q",
            "của ",
            "về ",
            "Trang 1",
            "\ue000",
            "İ",
            "ß",
            "ﬁ",
            "ậ".repeat(50),
            "UBND TỈNH",
            "PHỤ LỤC",
            "PHỤ LỤC IVXLIV",
            "Phụ lục.",
            "\nKẾ HOẠCH\n",
            "Phần thứ nhất",
            "\nSố: 1/KH-A\n",
            " trong quý IV/0000",
            " quý II, III, IV/2O26",
            " trước 31/2",
            " 6 tháng cuối năm",
            " hằng năm",
            " tháng 12/9999",
            " từ quý I đến tháng 9",
            ".....");

    @Property(tries = 2_000)
    void whatever_a_document_contains_it_is_read_or_told_why_not(@ForAll("mutants") List<IntakeBlock> blocks) {
        if (PlanRecogniser.recognise(blocks) instanceof Recognition.Recognised recognised) {
            places(recognised.plan()).forEach(place -> assertIsWithin(blocks, place));
        }
    }

    @Property(tries = 500)
    void addresses_of_sections_and_keys_of_promises_are_unique(@ForAll("mutants") List<IntakeBlock> blocks) {
        if (PlanRecogniser.recognise(blocks) instanceof Recognition.Recognised recognised) {
            assertThat(recognised.plan().sections())
                    .extracting(part -> part.value().anchor())
                    .doesNotHaveDuplicates();
            assertThat(recognised.plan().sections())
                    .allMatch(part -> part.value().depth() >= 1 && part.value().depth() <= 6);
            assertThat(recognised.plan().deliverables())
                    .extracting(promise -> promise.value().key())
                    .doesNotHaveDuplicates();
        }
    }

    private static Stream<Place> places(RecognisedPlan plan) {
        var findings = new ArrayList<Finding<?>>();
        Stream.of(
                        plan.superior(),
                        plan.agency(),
                        plan.number(),
                        plan.symbol(),
                        plan.town(),
                        plan.issued(),
                        plan.kind(),
                        plan.subject(),
                        plan.period(),
                        plan.signer())
                .forEach(finding -> finding.ifPresent(findings::add));
        findings.addAll(plan.legalBases());
        findings.addAll(plan.sections());
        findings.addAll(plan.deliverables());
        findings.addAll(plan.recipients());
        return findings.stream().flatMap(finding -> finding.places().stream());
    }

    private static void assertIsWithin(List<IntakeBlock> blocks, Place place) {
        assertThat(place.block()).isBetween(0, place.lastBlock());
        assertThat(place.lastBlock()).isLessThan(blocks.size());
        assertThat(place.from()).isBetween(0, blocks.get(place.block()).text().length() - 1);
        assertThat(place.to()).isBetween(1, blocks.get(place.lastBlock()).text().length());
        assertThat(place.block() < place.lastBlock() || place.from() < place.to())
                .isTrue();
    }

    @Provide
    Arbitrary<List<IntakeBlock>> mutants() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 15))
                .as((seed, changes) -> mutant(changes, new Random(seed)));
    }

    private static List<IntakeBlock> mutant(int changes, Random random) {
        var text = new StringBuilder(Documents.PLAN);
        for (var i = 0; i < changes; i++) {
            var from = random.nextInt(text.length() + 1);
            var to = Math.min(text.length(), from + random.nextInt(60));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(from, POISON.get(random.nextInt(POISON.size())));
                case 1 -> text.delete(from, to);
                case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
                default -> text.insert(from, (char) random.nextInt(0x10000));
            }
        }
        var lines = PlainText.blocks(text.toString());
        return random.nextInt(3) > 0
                ? lines
                : lines.stream().map(line -> other(line, random)).toList();
    }

    private static IntakeBlock other(IntakeBlock line, Random random) {
        var kinds = IntakeBlock.Kind.values();
        return new IntakeBlock(
                line.text(),
                kinds[random.nextInt(kinds.length)],
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(5));
    }
}
