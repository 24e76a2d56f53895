package vn.loa.search.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.common.web.Address;
import vn.loa.common.web.Visit;
import vn.loa.search.Facet;
import vn.loa.search.Filters;
import vn.loa.search.YearRange;

/**
 * The form that narrows a list: any number of values and a range of years, chosen at leisure and sent at once. It needs no script; what else the address
 * says goes along.
 *
 * @param action path of the list
 * @param kept what goes along, by name and value
 * @param from, to first and last year that the list keeps to; empty when that end is open
 * @param wrong what was typed for a year and is none, which the list does not keep to
 */
public record FilterForm(
        String action, List<Map.Entry<String, String>> kept, String from, String to, List<String> wrong) {
    public FilterForm {
        kept = List.copyOf(kept);
        wrong = List.copyOf(wrong);
    }

    static FilterForm none() {
        return new FilterForm("", List.of(), "", "", List.of());
    }

    /** @param list its first page */
    static FilterForm of(Address list) {
        var kept = withoutYears(list);
        for (var facet : Filters.OFFERED) {
            kept = kept.without(facet.pageParameter());
        }
        var typed = Stream.of(Filters.FROM_YEAR, Filters.TO_YEAR)
                .map(name -> PageFilters.first(list, name))
                .toList();
        var years = Optional.ofNullable(YearRange.of(typed.get(0), typed.get(1)));
        return new FilterForm(
                list.path(),
                kept.parameters(),
                years.map(YearRange::from).map(String::valueOf).orElse(""),
                years.map(YearRange::to).map(String::valueOf).orElse(""),
                typed.stream()
                        .filter(year -> !year.isEmpty() && !YearRange.isYear(year))
                        .toList());
    }

    /** The same list whatever the range of years. */
    static Address withoutYears(Address list) {
        return list.without(Filters.FROM_YEAR).without(Filters.TO_YEAR);
    }

    /** What was typed for years and is none; empty when there is nothing wrong. */
    public String getWrongYears() {
        return String.join(", ", wrong);
    }

    /** Whether it narrows to a range of years. */
    public boolean isRanged() {
        return !from.isEmpty() || !to.isEmpty();
    }

    /** The range as something that is chosen, with the list without it. */
    FacetGroup.Choice range(Address list, Visit visit) {
        var title = from.isEmpty()
                ? visit.say("facet.years.to", to)
                : to.isEmpty() ? visit.say("facet.years.from", from) : visit.say("facet.years.both", from, to);
        var facet = Facet.YEAR.pageParameter();
        return new FacetGroup.Choice(
                facet,
                from + "-" + to,
                title,
                title,
                null,
                "",
                true,
                withoutYears(list).toString());
    }
}
