package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.common.web.Visit;
import vn.loa.search.Facet;
import vn.loa.search.FacetValue;
import vn.loa.search.Filters;
import vn.loa.search.SearchCatalogue;
import vn.loa.taxonomy.Taxonomies;

/** What the list of an embed is narrowed to and how it is ordered, as fields to choose from: those of the catalogue, the place first. */
@RequestScoped
public class ListFields {
    private static final String BEST_MATCH = "phu-hop";

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private SearchCatalogue catalogue;

    @Inject
    private Visit visit;

    /** Something to choose. @param name of the parameter */
    public record Field(String name, String label, List<Option> options) {
        public Field {
            options = List.copyOf(options);
        }
    }

    /** @param lang of the text, when it is not that of the page */
    public record Option(
            String value,
            String text,
            boolean chosen,
            @Nullable String lang) {}

    Stream<Field> fields() {
        return Stream.of(
                field(Facet.LOCALITY, places()),
                field(
                        Facet.GENRE,
                        taxonomies.genres().stream().map(item -> option(Facet.GENRE, item.code(), item.label()))),
                field(
                        Facet.LANGUAGE,
                        taxonomies.languagesOfWorks().stream()
                                .map(item -> option(Facet.LANGUAGE, item.code(), item.label()))),
                field(
                        Facet.TOPIC,
                        taxonomies.topics().stream().map(item -> option(Facet.TOPIC, item.code(), item.label()))),
                field(
                        Facet.AUDIENCE,
                        taxonomies.audiences().stream().map(item -> option(Facet.AUDIENCE, item.code(), item.label()))),
                field(Facet.YEAR, years()),
                order());
    }

    /** Those of today in the order of their names; and the one that is chosen, should it be of former times. */
    private Stream<Option> places() {
        var chosen = visit.getAddress().all(Facet.LOCALITY.pageParameter());
        return taxonomies.localities().stream()
                .filter(unit -> unit.validTo() == null || chosen.contains(unit.code()))
                .map(unit -> option(Facet.LOCALITY, unit.code(), unit.label()))
                .sorted(Comparator.comparing(
                        Option::text, Collator.getInstance(Locale.forLanguageTag(Texts.FALLBACK))));
    }

    /** Those of which there is something, the newest first; none while the search server is away. */
    private Stream<Option> years() {
        var known =
                catalogue
                        .list(Filters.none(), 1, 1, Set.of(Facet.YEAR))
                        .facets()
                        .getOrDefault(Facet.YEAR, List.of())
                        .stream()
                        .map(FacetValue::code);
        return Stream.concat(known, visit.getAddress().all(Facet.YEAR.pageParameter()).stream())
                .filter(year -> !year.isBlank())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(year -> new Option(year, year, isChosen(Facet.YEAR, year), null));
    }

    private Field order() {
        var newest = visit.parameter(Filters.ORDER).equals(Filters.NEWEST);
        return new Field(
                Filters.ORDER,
                visit.text("builder.sap-xep"),
                List.of(
                        new Option("", visit.text("builder.sap-xep." + BEST_MATCH), !newest, null),
                        new Option(Filters.NEWEST, visit.text("builder.sap-xep." + Filters.NEWEST), newest, null)));
    }

    private Field field(Facet facet, Stream<Option> options) {
        var name = facet.pageParameter();
        var all =
                new Option("", visit.text("builder.all"), visit.parameter(name).isEmpty(), null);
        return new Field(
                name,
                visit.text("facet." + name),
                Stream.concat(Stream.of(all), options).toList());
    }

    private Option option(Facet facet, String value, Texts label) {
        return new Option(value, visit.of(label), isChosen(facet, value), visit.tagOf(label));
    }

    private boolean isChosen(Facet facet, String value) {
        return visit.getAddress().all(facet.pageParameter()).contains(value);
    }
}
