package vn.loa.search.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.common.InvalidInput;
import vn.loa.common.Violation;
import vn.loa.search.Facet;
import vn.loa.search.Filters;
import vn.loa.search.Words;

/** Reads what a list is narrowed to from the query of an API request. Facets may be repeated. */
final class ApiFilters {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private ApiFilters() {}

    /** @throws InvalidInput when a date or an order is not one; unknown values of facets narrow to nothing instead */
    static Filters of(MultivaluedMap<String, String> query) {
        var wrong = new ArrayList<Violation>();
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            chosen.put(
                    facet,
                    Objects.requireNonNullElse(query.get(facet.field()), List.<String>of()).stream()
                            .filter(value -> !value.isEmpty())
                            .toList());
        }
        var filters = new Filters(
                Words.of(query.getFirst("q")).orElse(null),
                chosen,
                given(query, "plan"),
                given(query, "deliverable"),
                day(query, "from", wrong),
                day(query, "to", wrong),
                order(query, wrong));
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return filters;
    }

    private static @Nullable String given(MultivaluedMap<String, String> query, String name) {
        var value = query.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private static @Nullable LocalDate day(MultivaluedMap<String, String> query, String name, List<Violation> wrong) {
        var text = given(query, name);
        try {
            var day = text == null ? null : LocalDate.parse(text);
            if (day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // Said below, together with days that no index can hold.
        }
        wrong.add(new Violation(name, "must be a date like 2025-05-22, from " + FIRST_YEAR + " to " + LAST_YEAR));
        return null;
    }

    private static Filters.Order order(MultivaluedMap<String, String> query, List<Violation> wrong) {
        var text = given(query, "sort");
        if (text == null || text.equals("relevance")) {
            return Filters.Order.RELEVANCE;
        }
        if (!text.equals("newest")) {
            wrong.add(new Violation("sort", "must be relevance or newest"));
        }
        return Filters.Order.NEWEST;
    }
}
