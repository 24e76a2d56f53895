package vn.loa.search;

/**
 * One value of a facet.
 *
 * @param label in the language of the page
 * @param count how many products there are with it and with what is chosen of the other facets
 * @param chosen whether the list is narrowed to it
 */
public record FacetValue(String code, String label, long count, boolean chosen) {}
