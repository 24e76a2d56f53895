package vn.loa.taxonomy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Reading;
import vn.loa.common.Texts;

/** Codes and labels of everything content is described with, as pages and programs read them. */
@ApplicationScoped
@Transactional
@Reading
public class Taxonomies {
    @Inject
    private Languages languages;

    @Inject
    private Genres genres;

    @Inject
    private Topics topics;

    @Inject
    private Audiences audiences;

    @Inject
    private Localities localities;

    @Inject
    private Agencies agencies;

    /** @param parent code of the item above it */
    public record Item(String code, Texts label, @Nullable String parent) {}

    /** @param bcp47 for HTML lang; @param endonym its name in itself */
    public record LanguageItem(String code, Texts label, String bcp47, String endonym) {
        private static LanguageItem of(Language language) {
            return new LanguageItem(language.code(), language.label(), language.bcp47(), language.endonym());
        }
    }

    /** @param medium audio, video, text or print */
    public record GenreItem(String code, Texts label, String medium) {}

    /**
     * @param code with {@code @validFrom} once the unit is no more, since the code may be used again
     * @param validTo the first day on which it is no more
     */
    public record LocalityItem(
            String code,
            Texts label,
            @Nullable String parent,
            String level,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<String> successors) {
        public LocalityItem {
            successors = List.copyOf(successors);
        }
    }

    /** The languages of works and of pages. One statement. */
    public List<LanguageItem> languages() {
        return languages.all().stream().map(LanguageItem::of).toList();
    }

    /** What they are called, by code. One statement. */
    public Map<String, Texts> languageLabels() {
        return languages().stream().collect(Collectors.toMap(LanguageItem::code, LanguageItem::label));
    }

    /** The languages that works can be in. One statement. */
    public List<LanguageItem> languagesOfWorks() {
        return languages.all().stream()
                .filter(Language::isContent)
                .map(LanguageItem::of)
                .toList();
    }

    /** One language; at most one statement. */
    public Optional<LanguageItem> language(String code) {
        return languages.find(code).map(LanguageItem::of);
    }

    /** The kinds of works. One statement. */
    public List<GenreItem> genres() {
        return genres.all().stream()
                .map(genre -> new GenreItem(
                        genre.code(), genre.label(), genre.medium().code()))
                .toList();
    }

    /** The tree of topics. One statement. */
    public List<Item> topics() {
        return topics.all().stream()
                .map(topic -> new Item(
                        topic.code(),
                        topic.label(),
                        topic.parent().map(Topic::code).orElse(null)))
                .toList();
    }

    /** Whom works are for. One statement. */
    public List<Item> audiences() {
        return audiences.all().stream()
                .map(audience -> new Item(audience.code(), audience.label(), null))
                .toList();
    }

    /** The administrative units, those of today and those that were. Two statements. */
    public List<LocalityItem> localities() {
        var all = localities.all();
        var successions = localities.successions();
        var names = all.stream().collect(Collectors.toMap(Locality::id, Locality::addressName));
        return all.stream()
                .map(unit -> new LocalityItem(
                        unit.addressName(),
                        unit.label(),
                        unit.parent().map(Locality::addressName).orElse(null),
                        unit.level().code(),
                        unit.validFrom(),
                        unit.validTo().orElse(null),
                        successions.getOrDefault(unit.id(), List.of()).stream()
                                .map(id -> names.getOrDefault(id, ""))
                                .toList()))
                .toList();
    }

    /** Who issues works, by name. One statement. */
    public List<Item> agencies() {
        return agencies.all().stream()
                .map(agency -> new Item(agency.code(), agency.name(), null))
                .toList();
    }
}
