package vn.loa.plans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.plans.SourceText.Block;
import vn.loa.plans.SourceText.Found;
import vn.loa.plans.SourceText.Piece;
import vn.loa.plans.WorkingPlan.PlanFile;
import vn.loa.plans.intake.Doubt;
import vn.loa.plans.intake.Finding;
import vn.loa.plans.intake.IntakeBlock;
import vn.loa.plans.intake.Place;
import vn.loa.plans.intake.RecognisedPlan;

/** Marks in the text of a document what was recognised where. Not for several threads. */
final class MarkedText {
    /** Of what stands in the document, for one line; the rest is in the text. */
    private static final int LONGEST = 160;

    private final List<IntakeBlock> blocks;
    private final Map<String, Found> found = new LinkedHashMap<>();

    /** By block, from which char to which something was read. */
    private final Map<Integer, List<Mark>> marks = new HashMap<>();

    private record Mark(int from, int to, String field) {}

    MarkedText(List<IntakeBlock> blocks, RecognisedPlan plan) {
        this.blocks = blocks;
        one("number", plan.number(), value -> value);
        one("symbol", plan.symbol(), value -> value);
        one("issued.date", plan.issued(), value -> value.date().toString());
        one("kind", plan.kind(), value -> value.abbreviation());
        one("agency", plan.agency(), value -> value);
        one("subject", plan.subject(), value -> value);
        one("period.from", plan.period(), value -> value.from() + " – " + value.to());
        one("locality", plan.town(), value -> value);
        plan.signer().ifPresent(this::signer);
        plan.agency()
                .ifPresent(agency -> add(
                        "level", "", new Finding<>("", agency.places(), Set.of(Doubt.INFERRED)), null, agency.place()));
        each("legalBases", plan.legalBases(), PlanContent.Basis::reference);
        each("recipients", plan.recipients(), Recipient::name);
        each("sections", plan.sections(), PlanContent.Part::anchor);
        each("deliverables", plan.deliverables(), promise -> promise.title().in(Texts.FALLBACK));
    }

    private <T> void one(String field, Optional<Finding<T>> finding, Function<T, @Nullable String> value) {
        finding.ifPresent(f -> add(field, "", f, value.apply(f.value()), f.place()));
    }

    /** The lines of the right to sign come first, the name last. */
    private void signer(Finding<PlanContent.Signer> finding) {
        var name = finding.value().name();
        var last = finding.places().size() - 1;
        if (name != null) {
            add("signer.name", "", finding, name, finding.places().get(last));
        }
        var rights = finding.places().subList(0, name == null ? last + 1 : last);
        if (!rights.isEmpty()) {
            add("signer.capacity", "", finding, finding.value().capacity(), rights.get(0));
            rights.forEach(place -> mark("signer.capacity", place));
        }
    }

    private <T> void each(String list, List<Finding<T>> findings, Function<T, String> key) {
        for (var i = 0; i < findings.size(); i++) {
            var finding = findings.get(i);
            add(list + "[" + i + "]", key.apply(finding.value()), finding, null, finding.place());
        }
    }

    private boolean isThere(Place place) {
        return place.block() < blocks.size() && place.lastBlock() < blocks.size();
    }

    private void add(String field, String key, Finding<?> finding, @Nullable String value, Place place) {
        if (!isThere(place)) {
            return;
        }
        found.put(
                field,
                new Found(
                        key,
                        excerpt(place),
                        place.block(),
                        blocks.get(place.block()).page(),
                        value,
                        finding.doubts().stream()
                                .sorted()
                                .map(doubt -> Messages.complete(
                                        messages -> messages.text("plan.doubt." + ImportWarnings.code(doubt))))
                                .toList()));
        mark(field, place);
    }

    private void mark(String field, Place place) {
        for (var number = place.block(); isThere(place) && number <= place.lastBlock(); number++) {
            var from = number == place.block() ? place.from() : 0;
            var to = number == place.lastBlock() ? place.to() : length(number);
            marks.computeIfAbsent(number, n -> new ArrayList<>())
                    .add(new Mark(Math.min(from, length(number)), Math.min(to, length(number)), field));
        }
    }

    private int length(int block) {
        return blocks.get(block).text().length();
    }

    private String excerpt(Place place) {
        var text = new StringBuilder();
        for (var number = place.block(); number <= place.lastBlock() && text.length() < LONGEST; number++) {
            var whole = blocks.get(number).text();
            var from = number == place.block() ? Math.min(place.from(), whole.length()) : 0;
            var to = number == place.lastBlock() ? Math.min(place.to(), whole.length()) : whole.length();
            text.append(text.isEmpty() ? "" : " ").append(whole, from, Math.max(from, to));
        }
        var line = text.toString().replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    SourceText of(PlanFile file) {
        var all = new ArrayList<Block>();
        for (var number = 0; number < blocks.size(); number++) {
            block(number, pieces(number), all);
        }
        return new SourceText(file, all, found);
    }

    static SourceText plain(PlanFile file, List<IntakeBlock> blocks) {
        var all = new ArrayList<Block>();
        for (var number = 0; number < blocks.size(); number++) {
            var block = blocks.get(number);
            all.add(new Block(number, block.page(), block.bold(), List.of(new Piece(block.text(), ""))));
        }
        return new SourceText(file, all, Map.of());
    }

    private void block(int number, List<Piece> pieces, List<Block> all) {
        var block = blocks.get(number);
        if (!block.text().isBlank()) {
            all.add(new Block(number, block.page(), block.bold() || block.kind() == IntakeBlock.Kind.HEADING, pieces));
        }
    }

    private List<Piece> pieces(int number) {
        var text = blocks.get(number).text();
        var here = marks.getOrDefault(number, List.of());
        var cuts = new TreeSet<Integer>();
        cuts.add(0);
        cuts.add(text.length());
        here.forEach(mark -> {
            cuts.add(mark.from());
            cuts.add(mark.to());
        });
        var pieces = new ArrayList<Piece>();
        var from = 0;
        for (var to : cuts) {
            if (to > from) {
                pieces.add(new Piece(text.substring(from, to), fields(here, from, to)));
                from = to;
            }
        }
        return pieces;
    }

    private static String fields(List<Mark> here, int from, int to) {
        return String.join(
                " ",
                here.stream()
                        .filter(mark -> mark.from() <= from && mark.to() >= to)
                        .map(Mark::field)
                        .toList());
    }
}
