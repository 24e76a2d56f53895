package vn.loa.taxonomy.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.LanguageItem;

/** How pages name and mark the languages of works, by code. One statement for each page. */
@Named("tongues")
@RequestScoped
public class TonguesBacking {
    private static final String KIND = "Tiếng ";

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private Visit visit;

    private Map<String, LanguageItem> byCode = Map.of();

    @PostConstruct
    void load() {
        byCode = taxonomies.languages().stream().collect(Collectors.toMap(LanguageItem::code, language -> language));
    }

    /** {@code Tiếng Mông}; the code itself when no such language is known. */
    public String name(String code) {
        var tongue = byCode.get(code);
        return tongue == null ? code : visit.of(tongue.label());
    }

    /** The same within a phrase, where Vietnamese begins it small: {@code phụ đề tiếng Mông}. */
    public String within(String code) {
        var tongue = byCode.get(code);
        return tongue == null ? code : tongue.label().within(visit.getLanguage());
    }

    /** {@code Tiếng Mông (giữ chỗ)} where something only holds the place of a translation, else the name alone. */
    public String marked(String name, boolean standsIn) {
        return standsIn ? visit.say("language.standin", name) : name;
    }

    /** Several in one phrase: {@code Tiếng Việt, Mông, Tày}. */
    public String names(List<String> codes) {
        return codes.isEmpty() ? "" : listed(name(codes.get(0)), codes);
    }

    /** The same within a phrase: {@code phụ đề tiếng Mông, Tày}. */
    public String namesWithin(List<String> codes) {
        return codes.isEmpty() ? "" : listed(within(codes.get(0)), codes);
    }

    private String listed(String first, List<String> codes) {
        return Stream.concat(
                        Stream.of(first), codes.stream().skip(1).map(this::name).map(TonguesBacking::withoutKind))
                .collect(Collectors.joining(", "));
    }

    /** In Vietnamese every language is called {@code Tiếng …}; in a list once is enough. */
    private static String withoutKind(String name) {
        return name.startsWith(KIND) ? name.substring(KIND.length()) : name;
    }

    /** For {@code lang} and {@code srclang}. */
    public String tag(String code) {
        var tongue = byCode.get(code);
        return tongue == null ? code : tongue.bcp47();
    }

    /** For {@code lang} of a passage; null, that is no attribute, when it is the language of the page. */
    public @Nullable String passage(String code) {
        return tag(code).equals(visit.getTag()) ? null : tag(code);
    }
}
