package vn.loa.administration.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.ArrangeTerms.Line;
import vn.loa.administration.TermKind;
import vn.loa.administration.TermTraits;
import vn.loa.common.web.BothWrote;
import vn.loa.common.web.Visit;

/** What can be chosen for a term, and where it can go; what was chosen and not taken is still so. For one request. */
public final class TermChoices {
    private final TermKind kind;
    private final List<Line> lines;
    private final @Nullable Line line;
    private final BothWrote both;
    private final Visit visit;

    /** @param lines all of the kind @param line the one that the page is about; null when it is about all */
    TermChoices(TermKind kind, List<Line> lines, @Nullable Line line, BothWrote both, Visit visit) {
        this.kind = kind;
        this.lines = lines;
        this.line = line;
        this.both = both;
        this.visit = visit;
    }

    /** A value that can be chosen. */
    public record Choice(String code, String text, boolean chosen) {}

    /** Something to choose for a term. */
    public record Trait(String name, String label, List<Choice> choices) {}

    /** What is chosen besides the name. @param button of the form that they stand in */
    public List<Trait> traits(String button) {
        return kind.traits().stream()
                .map(trait -> {
                    var there = line == null ? "" : line.term().traits().getOrDefault(trait, "");
                    var chosen = both.field(button, trait, there);
                    return new Trait(
                            trait,
                            visit.text("terms.trait." + trait),
                            TermTraits.choices(trait).stream()
                                    .map(code -> new Choice(
                                            code, visit.text("terms." + trait + "." + code), code.equals(chosen)))
                                    .toList());
                })
                .toList();
    }

    /** Those that one may stand below. @param button of the form @param below what it stands below now */
    public List<Choice> parents(String button, @Nullable String below) {
        var chosen = both.field(button, "duoi", Objects.requireNonNullElse(below, ""));
        return lines.stream()
                .filter(each -> line == null || !each.equals(line))
                .map(each -> choice(each, each.term().code().equals(chosen)))
                .toList();
    }

    /** Those that this one can go up in. */
    public List<Choice> getOthers() {
        var chosen = both.field("gop", "vao", visit.parameter("vao"));
        return lines.stream()
                .filter(each -> !each.equals(line))
                .map(each -> choice(each, each.term().code().equals(chosen)))
                .toList();
    }

    private Choice choice(Line of, boolean chosen) {
        return new Choice(
                of.term().code(), "– ".repeat(of.depth()) + visit.of(of.term().label()), chosen);
    }
}
