package vn.loa.search.web;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.InvalidInput;
import vn.loa.common.Violation;
import vn.loa.search.Facet;
import vn.loa.search.Filters;
import vn.loa.search.Words;
import vn.loa.search.YearRange;

/** What a list is narrowed to by the query of an API request. Facets may be repeated. */
public class ApiFilters {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    @QueryParam("q")
    @Parameter(description = "Words, with or without diacritics, or the number of a document")
    private @Nullable String q;

    @QueryParam("genre")
    private List<String> genre = List.of();

    @QueryParam("language")
    @Parameter(description = "Languages one can hear, watch or read it in")
    private List<String> language = List.of();

    @QueryParam("topic")
    private List<String> topic = List.of();

    @QueryParam("audience")
    private List<String> audience = List.of();

    @QueryParam("locality")
    private List<String> locality = List.of();

    @QueryParam("year")
    private List<String> year = List.of();

    @QueryParam("dub")
    @Parameter(description = "Languages it can be heard in")
    private List<String> dub = List.of();

    @QueryParam("subtitle")
    @Parameter(description = "Languages of its subtitles")
    private List<String> subtitle = List.of();

    @QueryParam("plan")
    @Parameter(description = "Address (slug) of the plan whose promises they fulfil")
    private @Nullable String plan;

    @QueryParam("deliverable")
    @Parameter(description = "Key of the promise they fulfil")
    private @Nullable String deliverable;

    @QueryParam("from")
    @Parameter(description = "First year of production, like 2022, or first day of publication, like 2025-05-22")
    private @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Last year of production, or last day of publication")
    private @Nullable String to;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"relevance", "newest"},
                            defaultValue = "relevance"))
    private @Nullable String sort;

    /** @throws InvalidInput when a date or an order is not one; unknown values of facets narrow to nothing instead */
    Filters filters() {
        var wrong = new ArrayList<Violation>();
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            chosen.put(
                    facet,
                    values(facet).stream().filter(value -> !value.isEmpty()).toList());
        }
        var filters = new Filters(
                Words.of(q).orElse(null),
                chosen,
                YearRange.of(year(from), year(to)),
                given(plan),
                given(deliverable),
                day("from", from, wrong),
                day("to", to, wrong),
                order(wrong),
                false);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return filters;
    }

    private List<String> values(Facet facet) {
        return switch (facet) {
            case GENRE -> genre;
            case LANGUAGE -> language;
            case TOPIC -> topic;
            case AUDIENCE -> audience;
            case LOCALITY -> locality;
            case YEAR -> year;
            case DUB -> dub;
            case SUBTITLE -> subtitle;
        };
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** Four digits are a year of production; empty when it is none. */
    private static String year(@Nullable String value) {
        return value != null && YEAR.matcher(value).matches() ? value : "";
    }

    private static @Nullable LocalDate day(String name, @Nullable String value, List<Violation> wrong) {
        var text = year(value).isEmpty() ? given(value) : null;
        try {
            var day = text == null ? null : LocalDate.parse(text);
            if (day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // Said below, together with days that no index can hold.
        }
        wrong.add(new Violation(
                name, "must be a year like 2022 or a date like 2025-05-22, from " + FIRST_YEAR + " to " + LAST_YEAR));
        return null;
    }

    private Filters.Order order(List<Violation> wrong) {
        var text = given(sort);
        if (text == null || text.equals("relevance")) {
            return Filters.Order.RELEVANCE;
        }
        if (!text.equals("newest")) {
            wrong.add(new Violation("sort", "must be relevance or newest"));
        }
        return Filters.Order.NEWEST;
    }
}
