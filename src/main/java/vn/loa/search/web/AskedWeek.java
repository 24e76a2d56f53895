package vn.loa.search.web;

import vn.loa.programmes.Week;

/**
 * The week whose searches are asked for.
 *
 * @param week the one that is shown
 * @param fault name of the sentence that says why it is another than was asked for; empty when it is not
 */
record AskedWeek(Week week, String fault) {
    /** @param asked as ISO 8601 has it; empty for the week that is now @param now that week */
    static AskedWeek of(String asked, Week now) {
        if (asked.isBlank()) {
            return new AskedWeek(now, "");
        }
        var found = Week.find(asked.strip());
        if (found.isEmpty()) {
            return new AskedWeek(now, "searches.week.none");
        }
        return found.get().compareTo(now) > 0
                ? new AskedWeek(now, "searches.week.ahead")
                : new AskedWeek(found.get(), "");
    }
}
