package vn.loa.search;

import vn.loa.common.Texts;

/**
 * One value of a facet.
 *
 * @param count how many products there are with it and with what is chosen of the other facets
 * @param chosen whether the list is narrowed to it
 */
public record FacetValue(String code, Texts label, long count, boolean chosen) {}
