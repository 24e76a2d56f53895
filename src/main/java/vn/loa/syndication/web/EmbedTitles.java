package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.common.web.Visit;
import vn.loa.search.Facet;
import vn.loa.search.Filters;
import vn.loa.syndication.EmbedRegistry.State;
import vn.loa.syndication.EmbedRegistry.Work;
import vn.loa.taxonomy.Taxonomies;

/** What embeds are called for people: works by their titles, lists by what narrows them. */
@Named("embedTitles")
@RequestScoped
public class EmbedTitles {
    @Inject
    private Taxonomies taxonomies;

    @Inject
    private Visit visit;

    private final Map<String, Map<String, Texts>> labels = new HashMap<>();

    /** A constant number of statements for all of a page together. */
    public String of(Work work) {
        if (!work.isList()) {
            return work.title().isEmpty() ? work.slug() : visit.of(work.title());
        }
        var narrowed = EmbedName.narrowing(work.slug()).stream()
                .map(each -> narrowed(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        return narrowed.isEmpty() ? visit.text("embed.list") : visit.say("registry.list", narrowed);
    }

    /** The same where anybody may read it: what was withdrawn may name somebody in its title. */
    public String openly(Work work) {
        return work.state() == State.WITHDRAWN ? work.slug() : of(work);
    }

    /** The language of the title, when it is not that of the page. */
    public @Nullable String tag(Work work) {
        return work.title().isEmpty() ? null : visit.tagOf(work.title());
    }

    private String narrowed(String parameter, String value) {
        return switch (parameter) {
            case Filters.WORDS -> visit.say("registry.list.words", value);
            case Filters.FROM_YEAR -> visit.say("facet.years.from", value);
            case Filters.TO_YEAR -> visit.say("facet.years.to", value);
            default -> {
                var label = labels(parameter).get(value);
                var name = label == null ? value : visit.of(label);
                yield Stream.of(Facet.DUB, Facet.SUBTITLE)
                                .anyMatch(facet -> facet.pageParameter().equals(parameter))
                        ? visit.say("facet." + parameter + ".title", name)
                        : name;
            }
        };
    }

    private Map<String, Texts> labels(String parameter) {
        return switch (parameter) {
            case "the-loai" ->
                known(
                        parameter,
                        () -> taxonomies.genres().stream()
                                .collect(Collectors.toMap(each -> each.code(), each -> each.label())));
            case "chu-de" -> known(parameter, () -> items(taxonomies.topics()));
            case "doi-tuong" -> known(parameter, () -> items(taxonomies.audiences()));
            case "dia-ban" ->
                known(
                        parameter,
                        () -> taxonomies.localities().stream()
                                .collect(Collectors.toMap(
                                        each -> each.code(), each -> each.label(), (one, other) -> one)));
            case "tieng", "long-tieng", "phu-de" -> known("tieng", taxonomies::languageLabels);
            default -> Map.of();
        };
    }

    private Map<String, Texts> known(String kind, Supplier<Map<String, Texts>> read) {
        return labels.computeIfAbsent(kind, first -> read.get());
    }

    private static Map<String, Texts> items(List<Taxonomies.Item> all) {
        return all.stream().collect(Collectors.toMap(Taxonomies.Item::code, Taxonomies.Item::label));
    }
}
