package vn.loa.search.web;

import java.util.List;
import java.util.Map;
import vn.loa.common.web.Address;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.search.Facet;

/**
 * The form that narrows a list to a range of years. It needs no script: what else the list is narrowed to goes along, and single years give way to the
 * range.
 *
 * @param action path of the list
 * @param kept what goes along, by name and value
 * @param from, to as they were typed; empty when that end is open
 */
public record YearForm(String action, List<Map.Entry<String, String>> kept, String from, String to) {
    public YearForm {
        kept = List.copyOf(kept);
    }

    static YearForm none() {
        return new YearForm("", List.of(), "", "");
    }

    /** @param list its first page */
    static YearForm of(Address list) {
        return new YearForm(
                list.path(),
                without(list).without(Facet.YEAR.pageParameter()).parameters(),
                PageFilters.first(list, PageFilters.FROM_YEAR),
                PageFilters.first(list, PageFilters.TO_YEAR));
    }

    /** The same list whatever the range. */
    static Address without(Address list) {
        return list.without(PageFilters.FROM_YEAR).without(PageFilters.TO_YEAR);
    }

    public boolean isChosen() {
        return !from.isEmpty() || !to.isEmpty();
    }

    /** The range as something that is chosen, with the list without it. */
    FacetGroup.Choice chosen(Visit visit) {
        var title = from.isEmpty()
                ? visit.say("facet.years.to", to)
                : to.isEmpty() ? visit.say("facet.years.from", from) : visit.say("facet.years.both", from, to);
        var facet = Facet.YEAR.pageParameter();
        var list = without(visit.getAddress().without(Paging.PARAMETER));
        return new FacetGroup.Choice(facet, from + "-" + to, title, title, null, 0, true, list.toString());
    }
}
