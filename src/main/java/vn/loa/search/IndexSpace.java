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

    /** Lets all questions go to this index, from one moment to the next, and removes the one before. */
    void exchange(String name);

    /** Removes an index that no questions go to. */
    void remove(String name);
}
