package vn.loa.search;

import java.net.URI;

/** Makes whole indexes on the search server and lets one take the place of another. Methods throw {@link SearchUnavailable} when that fails. */
sealed interface IndexSpace permits CoreSpace, CloudSpace {
    static IndexSpace of(SearchSettings settings) {
        var server = new SolrServer(settings);
        return settings.isCloud() ? new CloudSpace(settings, server) : new CoreSpace(settings, server);
    }

    /** Makes what questions are asked of, empty, if it is for the portal to make and is not there. */
    void ensure();

    /** Makes an empty index beside. @return its address */
    URI create(String name);

    /** Lets all questions go to this index, from one moment to the next, and removes the one before. One that cannot be removed is left over. */
    void exchange(String name);

    /** Removes what rebuilds have left over, of nodes that were stopped on the way: nothing is asked of them. No rebuild must be under way. */
    void removeLeftOver();

    /** Removes an index that no questions go to. */
    void remove(String name);
}
