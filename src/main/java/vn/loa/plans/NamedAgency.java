package vn.loa.plans;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.Texts;
import vn.loa.plans.intake.Finding;
import vn.loa.plans.intake.RecognisedPlan;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Locality;

/**
 * Which agency of the list a document means by the name of who issues it: names come again from province to province and from one reform to the next.
 *
 * @param agency empty when there is none, or nobody can tell which of several
 * @param doubt why somebody should look, as {@link ImportWarnings} says it; null when there is no reason
 */
record NamedAgency(Optional<Agency> agency, @Nullable String doubt) {
    static final String UNKNOWN = "unknown-agency";
    static final String AMBIGUOUS = "ambiguous-agency";

    /** Called the same but for its tones and other marks. */
    static final String SIMILAR = "similar-agency";

    /** @param all agencies that there are @param by whoever imports the document, which will rather be of the place where they work */
    static NamedAgency in(RecognisedPlan read, List<Agency> all, Actor by) {
        var name = read.agency().map(Finding::value).orElse("");
        if (Texts.words(name).isEmpty()) {
            return new NamedAgency(Optional.empty(), null);
        }
        var same = called(name, all);
        var likely = narrowed(
                same,
                List.of(
                        agency -> existed(
                                agency, read.issued().map(Finding::value).orElse(null)),
                        agency -> agency.locality().stream().anyMatch(where -> isNamed(where, read)),
                        agency -> by.confinedTo() == null
                                || agency.locality().stream().anyMatch(by::covers)));
        if (likely.size() > 1) {
            return new NamedAgency(Optional.empty(), AMBIGUOUS);
        }
        if (likely.size() == 1) {
            return new NamedAgency(Optional.of(likely.get(0)), isCalled(likely.get(0), name) ? null : SIMILAR);
        }
        var longer = longer(name, all);
        return new NamedAgency(longer, longer.isEmpty() ? UNKNOWN : null);
    }

    /** Those of exactly this name; where there are none, those of this name but for its marks. */
    static List<Agency> called(String name, List<Agency> all) {
        var same = all.stream().filter(agency -> isCalled(agency, name)).toList();
        var folded = folded(name);
        return same.isEmpty()
                ? all.stream()
                        .filter(agency -> folded(nameOf(agency)).equals(folded))
                        .toList()
                : same;
    }

    /** Whether it has exactly this name. */
    static boolean isCalled(Agency agency, String name) {
        return Texts.words(nameOf(agency)).equals(Texts.words(name));
    }

    /** Where either name says more at its end, if only one does. */
    private static Optional<Agency> longer(String name, List<Agency> all) {
        var wanted = folded(name) + " ";
        var alike = all.stream()
                .filter(agency -> {
                    var known = folded(nameOf(agency)) + " ";
                    return known.startsWith(wanted) || wanted.startsWith(known);
                })
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private static String nameOf(Agency agency) {
        return agency.name().in(Texts.FALLBACK);
    }

    private static String folded(String name) {
        return Texts.words(Texts.fold(name));
    }

    /** Those of which more and more is true, as long as it is of any. */
    private static List<Agency> narrowed(List<Agency> all, List<Predicate<Agency>> signs) {
        var left = all;
        for (var sign : signs) {
            var fitting = left.stream().filter(sign).toList();
            left = left.size() < 2 || fitting.isEmpty() ? left : fitting;
        }
        return left;
    }

    /** As far as the day is known. */
    private static boolean existed(Agency agency, @Nullable ImpreciseDate issued) {
        if (issued == null) {
            return true;
        }
        var from = issued.date();
        var to = switch (issued.precision()) {
            case DAY -> from.plusDays(1);
            case MONTH -> from.plusMonths(1);
            case YEAR -> from.plusYears(1);
        };
        return agency.validFrom().map(begin -> begin.isBefore(to)).orElse(true)
                && agency.validTo().map(end -> end.isAfter(from)).orElse(true);
    }

    /** Whether the document says that it was signed there or in what it lies in, or that the office above is of there. */
    private static boolean isNamed(Locality where, RecognisedPlan read) {
        var town = read.town().map(found -> Texts.words(found.value())).orElse("");
        var superior =
                " " + read.superior().map(found -> Texts.words(found.value())).orElse("");
        return Stream.iterate(Optional.of(where), Optional::isPresent, unit -> unit.flatMap(Locality::parent))
                .flatMap(Optional::stream)
                .anyMatch(unit -> {
                    var label = Texts.words(unit.label().in(Texts.FALLBACK));
                    return town.equals(label)
                            || town.equals(Texts.words(unit.name()))
                            || superior.endsWith(" " + label);
                });
    }
}
