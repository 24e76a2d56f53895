package vn.loa.administration.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.administration.ArrangeTerms.Written;
import vn.loa.administration.Term;
import vn.loa.administration.TermFault;
import vn.loa.administration.TermKind;
import vn.loa.common.Texts;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.common.web.SentForm;

/** The fields of a topic, an audience or a genre, by the names that forms have for them. */
final class TermFields {
    private static final Set<String> WITH_FIELDS = Set.of(Texts.FALLBACK, "en");

    /** Begins the names of fields for names in other languages. */
    private static final String NAME_IN = "ten-";

    private static final String CODE = "dia-chi";

    /** Where something is wrong that is wrong in one field. */
    private static final Map<TermFault, String> FIELD_OF = Map.of(
            TermFault.NO_LABEL, Texts.FALLBACK,
            TermFault.SAME_LABEL, Texts.FALLBACK,
            TermFault.BAD_CODE, CODE,
            TermFault.TAKEN_CODE, CODE,
            TermFault.FORMER_CODE, CODE);

    private final TermKind kind;
    private final SentForm sent;

    TermFields(TermKind kind, SentForm sent) {
        this.kind = kind;
        this.sent = sent;
    }

    static Optional<String> fieldOf(TermFault fault) {
        return Optional.ofNullable(FIELD_OF.get(fault));
    }

    /** The languages of the pages besides Vietnamese and English. */
    static List<InterfaceLanguage> others() {
        return InterfaceLanguage.all().stream()
                .filter(language -> !WITH_FIELDS.contains(language.code()))
                .toList();
    }

    /** In the order of the page. */
    List<String> names() {
        return Stream.of(
                        Stream.of(Texts.FALLBACK, "en"),
                        others().stream().map(language -> NAME_IN + language.code()),
                        kind.traits().stream(),
                        Stream.of(CODE))
                .flatMap(names -> names)
                .toList();
    }

    /** What was sent. */
    Map<String, String> sent() {
        var fields = new HashMap<String, String>();
        names().stream().filter(sent::has).forEach(name -> fields.put(name, sent.line(name)));
        return fields;
    }

    /** What there is. */
    Map<String, String> stored(Term term) {
        var fields = new HashMap<String, String>();
        WITH_FIELDS.forEach(
                language -> fields.put(language, term.label().exactly(language).orElse("")));
        others().forEach(language -> fields.put(
                NAME_IN + language.code(), term.label().exactly(language.code()).orElse("")));
        kind.traits().forEach(trait -> fields.put(trait, term.traits().getOrDefault(trait, "")));
        fields.put(CODE, term.code());
        return fields;
    }

    /** What fields say of a term. */
    Written written(Map<String, String> fields) {
        var traits = new HashMap<String, String>();
        kind.traits().forEach(trait -> traits.put(trait, fields.getOrDefault(trait, "")));
        var others = new HashMap<String, String>();
        others().stream()
                .map(InterfaceLanguage::code)
                .filter(language -> fields.containsKey(NAME_IN + language))
                .forEach(language -> others.put(language, fields.getOrDefault(NAME_IN + language, "")));
        return new Written(
                fields.getOrDefault(Texts.FALLBACK, ""),
                fields.getOrDefault("en", ""),
                others,
                fields.getOrDefault(CODE, ""),
                traits);
    }
}
