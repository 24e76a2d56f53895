package vn.loa.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.common.Coded;
import vn.loa.common.PlainText;

/**
 * Words that somebody wants to mean the same, parted by commas.
 *
 * @param terms without empty and repeated ones
 */
record SynonymTerms(List<String> terms) {
    static final int MOST = 8;
    static final int LONGEST = 40;

    /** More words in a row nobody types for one thing. */
    static final int MOST_WORDS = 6;

    /** What can be wrong with them. */
    enum Fault implements Coded {
        /** A single one, or none. */
        TOO_FEW,
        TOO_MANY,
        /** One has too many letters or words. */
        TOO_LONG,
        /** One has neither letter nor digit. */
        UNREADABLE,
        /** One is among those of another group already. */
        TAKEN
    }

    SynonymTerms {
        terms = List.copyOf(terms);
    }

    static SynonymTerms of(String written) {
        var known = new HashSet<String>();
        return new SynonymTerms(Stream.of(written.split("[,;\\n]"))
                .map(PlainText::line)
                .map(term -> term.replaceAll("\\s+", " "))
                .filter(term -> !term.isEmpty())
                .filter(term -> Folding.spelled(term).isEmpty() || known.add(Folding.spelled(term)))
                .toList());
    }

    /** @param others groups that these are not to share anything with */
    List<Fault> faults(List<SynonymGroup> others) {
        var faults = new ArrayList<Fault>();
        if (terms.stream().anyMatch(term -> Folding.spelled(term).isEmpty())) {
            faults.add(Fault.UNREADABLE);
        }
        if (terms.size() < 2) {
            faults.add(Fault.TOO_FEW);
        }
        if (terms.size() > MOST) {
            faults.add(Fault.TOO_MANY);
        }
        if (terms.stream().anyMatch(term -> term.length() > LONGEST || term.split(" ").length > MOST_WORDS)) {
            faults.add(Fault.TOO_LONG);
        }
        var taken = others.stream()
                .flatMap(group -> group.terms().stream())
                .map(Folding::spelled)
                .toList();
        if (terms.stream().map(Folding::spelled).anyMatch(taken::contains)) {
            faults.add(Fault.TAKEN);
        }
        return faults;
    }
}
