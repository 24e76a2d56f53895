package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.administration.TranslateTexts.Line;
import vn.loa.administration.TranslateTexts.Written;
import vn.loa.common.Texts;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.SearchOutbox;

/**
 * What topics, audiences and genres are called, as translators find it among the texts of the pages: by a key like {@code topic:vay-von}. The caller has looked
 * whether the language is theirs.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TranslateTerms {
    private static final char MARK = ':';
    private static final long NO_NUMBER = 0;

    @Inject
    private Terms terms;

    @Inject
    private SearchOutbox outbox;

    @Inject
    private AuditTrail audit;

    /** Whether a key stands for a term. */
    static boolean isTerm(String key) {
        return key.indexOf(MARK) > 0;
    }

    /** All of them, in their order. Three statements. */
    List<Line> all(String language) {
        return Stream.of(TermKind.values())
                .flatMap(kind -> terms.all(kind).placed().stream()
                        .map(placed -> placed.term())
                        .map(term -> new Line(
                                kind.code() + MARK + term.code(),
                                term.label().in(Texts.FALLBACK),
                                term.label().in("en"),
                                term.label().exactly(language).orElse(""),
                                List.of())))
                .toList();
    }

    /** Writes one, and answers what is wrong with it. */
    Optional<Translation.Fault> write(String language, Written written, Actor by) {
        var text = Translation.tidy(written.text()).replaceAll("\\s+", " ");
        if (text.length() > TermRules.LONGEST_LABEL) {
            return Optional.of(Translation.Fault.LONG_NAME);
        }
        terms.oneByOne();
        var at = written.key().indexOf(MARK);
        var code = written.key().substring(at + 1);
        var kind = Stream.of(TermKind.values())
                .filter(each -> each.code().equals(written.key().substring(0, at)))
                .findFirst();
        var found = kind.flatMap(each -> terms.all(each).find(code));
        if (kind.isEmpty() || found.isEmpty()) {
            return Optional.of(Translation.Fault.UNKNOWN);
        }
        var term = found.get();
        var there = term.label().exactly(language).orElse("");
        if (!there.equals(Translation.tidy(written.before()))) {
            return Optional.of(Translation.Fault.STALE);
        }
        var label = new LinkedHashMap<>(term.label().asMap());
        label.put(language, text);
        terms.change(kind.get(), new Term(code, term.version(), term.parent(), Texts.of(label), term.traits()));
        outbox.addAll(SubjectKind.PRODUCT, terms.works(kind.get(), List.of(code)));
        if (kind.get() == TermKind.TOPIC) {
            outbox.addAll(SubjectKind.QUESTION, terms.questions(List.of(code)));
        }
        audit.record(by, "translate", "text", NO_NUMBER, language + " " + written.key(), there + " → " + text);
        return Optional.empty();
    }
}
