package vn.loa.search.web;

import java.util.List;
import java.util.Map;
import vn.loa.common.web.Address;
import vn.loa.common.web.Visit;
import vn.loa.search.Facet;
import vn.loa.search.Filters;

/**
 * The form that narrows a list: any number of values and a range of years, chosen at leisure and sent at once. It needs no script; what else the address
 * says goes along.
 *
 * @param action path of the list
 * @param kept what goes along, by name and value
 * @param from, to first and last year as they were typed; empty when that end is open
 */
public record FilterForm(String action, List<Map.Entry<String, String>> kept, String from, String to) {
    public FilterForm {
        kept = List.copyOf(kept);
    }

    static FilterForm none() {
        return new FilterForm("", List.of(), "", "");
    }

    /** @param list its first page */
    static FilterForm of(Address list) {
        var kept = withoutYears(list);
        for (var facet : Filters.OFFERED) {
            kept = kept.without(facet.pageParameter());
        }
        return new FilterForm(
                list.path(),
                kept.parameters(),
                PageFilters.first(list, Filters.FROM_YEAR),
                PageFilters.first(list, Filters.TO_YEAR));
    }

    /** The same list whatever the range of years. */
    static Address withoutYears(Address list) {
        return list.without(Filters.FROM_YEAR).without(Filters.TO_YEAR);
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
