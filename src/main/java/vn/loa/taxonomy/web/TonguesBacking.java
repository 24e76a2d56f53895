package vn.loa.taxonomy.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Languages;

/** How pages name and mark the languages of works, by code. One statement for each page. */
@Named("tongues")
@RequestScoped
public class TonguesBacking {
    @Inject
    private Languages languages;

    @Inject
    private Visit visit;

    private Map<String, Tongue> byCode = Map.of();

    private record Tongue(Texts label, String tag) {}

    @PostConstruct
    void load() {
        byCode = languages.all().stream()
                .collect(Collectors.toMap(
                        language -> language.code(), language -> new Tongue(language.label(), language.bcp47())));
    }

    /** {@code Tiếng Mông}; the code itself when no such language is known. */
    public String name(String code) {
        var tongue = byCode.get(code);
        return tongue == null ? code : visit.of(tongue.label());
    }

    /** For {@code lang} and {@code srclang}. */
    public String tag(String code) {
        var tongue = byCode.get(code);
        return tongue == null ? code : tongue.tag();
    }

    /** For {@code lang} of a passage; null, that is no attribute, when it is the language of the page. */
    public @Nullable String passage(String code) {
        return tag(code).equals(visit.getTag()) ? null : tag(code);
    }
}
