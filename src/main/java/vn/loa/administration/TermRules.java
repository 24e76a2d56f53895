package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Optional;
import vn.loa.administration.ArrangeTerms.Written;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.taxonomy.FormerCodes;

/** What may be written of a topic, an audience or a genre. Within the transaction of who asks. */
@ApplicationScoped
class TermRules {
    private static final String ENGLISH = "en";
    /** Whoever writes it, in every language. */
    static final int LONGEST_LABEL = 120;

    /** Feeds of a topic have it in their address. */
    private static final int LONGEST_CODE = 80;

    /** Of codes that are made of the same words, with its hyphen. */
    private static final int LONGEST_NUMBER = 4;

    @Inject
    private FormerCodes formerCodes;

    /**
     * What is wrong with what somebody wrote; empty when nothing is.
     *
     * @param code that it has; empty for a new one
     * @param wanted that it shall have
     * @param parent empty for the top
     */
    Optional<TermFault> faultOf(
            TermKind kind, String code, String wanted, String parent, Texts label, Written written, TermTree tree) {
        if (label.exactly(Texts.FALLBACK).isEmpty()) {
            return Optional.of(TermFault.NO_LABEL);
        }
        if (label.asMap().values().stream().anyMatch(text -> text.length() > LONGEST_LABEL)) {
            return Optional.of(TermFault.LONG_LABEL);
        }
        if (tree.isCalledAlready(code, parent, label)) {
            return Optional.of(TermFault.SAME_LABEL);
        }
        if (!Slug.isSlug(wanted) || wanted.length() > LONGEST_CODE) {
            return Optional.of(TermFault.BAD_CODE);
        }
        if (!wanted.equals(code)) {
            if (tree.find(wanted).isPresent()) {
                return Optional.of(TermFault.TAKEN_CODE);
            }
            if (formerCodes
                    .now(kind.code(), wanted)
                    .filter(now -> !now.equals(code))
                    .isPresent()) {
                return Optional.of(TermFault.FORMER_CODE);
            }
        }
        return kind.traits().stream()
                        .allMatch(trait -> TermTraits.choices(trait)
                                .contains(written.traits().getOrDefault(trait, "")))
                ? Optional.empty()
                : Optional.of(TermFault.UNKNOWN_TRAIT);
    }

    /** What it is called from now on: texts in languages that nobody was asked for stay. */
    static Texts label(Texts before, Written written) {
        var texts = new LinkedHashMap<>(before.asMap());
        texts.put(Texts.FALLBACK, written.vietnamese());
        texts.put(ENGLISH, written.english());
        texts.putAll(written.others());
        return Texts.of(texts);
    }

    /** A code made of what it is called; empty when there is nothing to read in that. */
    String free(TermKind kind, Written written, TermTree tree) {
        try {
            var slug = Slug.of(written.vietnamese()).within(LONGEST_CODE - LONGEST_NUMBER);
            var former = formerCodes.all(kind.code());
            var free = slug;
            for (var number = 2; tree.find(free.value()).isPresent() || former.containsKey(free.value()); number++) {
                free = slug.numbered(number);
            }
            return free.value();
        } catch (IllegalArgumentException nothingToRead) {
            return "";
        }
    }
}
