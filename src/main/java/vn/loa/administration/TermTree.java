package vn.loa.administration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/** Terms in their order, some below others, and what may be done with them. Immutable. */
public final class TermTree {
    /** Citizens find anything in three taps. */
    public static final int MOST_LEVELS = 3;

    private static final int MOST = 500;

    private final Map<String, Term> byCode = new HashMap<>();
    private final Map<String, List<Term>> below = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    /** A term with how many stand above it. */
    public record Placed(Term term, int depth) {}

    /** @param terms in the order in which they stand among their siblings */
    public TermTree(List<Term> terms) {
        terms.forEach(term -> byCode.put(term.code(), term));
        terms.forEach(term -> below.computeIfAbsent(key(term.parent()), none -> new ArrayList<>())
                .add(term));
        place("", 0);
    }

    private void place(String parent, int depth) {
        for (var term : children(parent)) {
            placed.add(new Placed(term, depth));
            place(term.code(), depth + 1);
        }
    }

    private static String key(@Nullable String parent) {
        return parent == null ? "" : parent;
    }

    /** All, each before those below it. */
    public List<Placed> placed() {
        return List.copyOf(placed);
    }

    public Optional<Term> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Those directly below one. @param parent empty for those at the top */
    public List<Term> children(String parent) {
        return below.getOrDefault(parent, List.of());
    }

    /** The code itself and those of everything below it. */
    public List<String> within(String code) {
        var found = new ArrayList<>(List.of(code));
        children(code).forEach(child -> found.addAll(within(child.code())));
        return found;
    }

    /** Whether another may be added below this one. @param parent empty for the top */
    public Optional<TermFault> faultOfNew(String parent) {
        if (placed.size() >= MOST) {
            return Optional.of(TermFault.TOO_MANY);
        }
        return faultOfPlace(parent, 1);
    }

    /** Whether a term may stand below this one. @param parent empty for the top */
    public Optional<TermFault> faultOfMove(String code, String parent) {
        if (within(code).contains(parent)) {
            return Optional.of(TermFault.CIRCLE);
        }
        return faultOfPlace(parent, levels(code));
    }

    /** Whether a term may go up in another, with all that stands below it. */
    public Optional<TermFault> faultOfMerge(String code, String into) {
        if (find(into).isEmpty()) {
            return Optional.of(TermFault.UNKNOWN_PARENT);
        }
        if (within(code).contains(into)) {
            return Optional.of(TermFault.CIRCLE);
        }
        if (children(code).stream().anyMatch(child -> isCalledAlready(child.code(), into, child.label()))) {
            return Optional.of(TermFault.SAME_LABEL);
        }
        return children(code).isEmpty() ? Optional.empty() : faultOfPlace(into, levels(code) - 1);
    }

    private Optional<TermFault> faultOfPlace(String parent, int levels) {
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        if (!byCode.containsKey(parent)) {
            return Optional.of(TermFault.UNKNOWN_PARENT);
        }
        return depth(parent) + 1 + levels > MOST_LEVELS ? Optional.of(TermFault.TOO_DEEP) : Optional.empty();
    }

    private int depth(String code) {
        return placed.stream()
                .filter(each -> each.term().code().equals(code))
                .findFirst()
                .map(Placed::depth)
                .orElse(0);
    }

    private int levels(String code) {
        return 1
                + children(code).stream()
                        .mapToInt(child -> levels(child.code()))
                        .max()
                        .orElse(0);
    }

    /** Whether another beside the place of this one is called the same in Vietnamese. @param code empty for a new one */
    public boolean isCalledAlready(String code, String parent, Texts label) {
        var name = label.in(Texts.FALLBACK);
        return children(parent).stream()
                .filter(other -> !other.code().equals(code))
                .anyMatch(other -> other.label().in(Texts.FALLBACK).equalsIgnoreCase(name));
    }

    /**
     * All codes in the order in which they stand after one has been moved, each before those below it.
     *
     * @param parent empty for the top
     * @param before the sibling that it then stands before; behind all of them when this is none of them
     */
    public List<String> orderAfter(String code, String parent, String before) {
        var moved = new ArrayList<Term>();
        var term = Objects.requireNonNull(byCode.get(code), code);
        var now = new Term(code, term.version(), parent.isEmpty() ? null : parent, term.label(), term.traits());
        for (var each : placed) {
            var other = each.term();
            if (other.code().equals(before)) {
                moved.add(now);
            }
            if (!other.code().equals(code)) {
                moved.add(other);
            }
        }
        if (!moved.contains(now)) {
            moved.add(now);
        }
        return new TermTree(moved)
                .placed().stream().map(each -> each.term().code()).toList();
    }
}
