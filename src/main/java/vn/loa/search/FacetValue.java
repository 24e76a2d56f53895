package vn.loa.search;

import vn.loa.common.Texts;

/**
 * One value of a facet.
 *
 * @param count how many products there are with it and with what is chosen of the other facets
 * @param more how many products come to the list if it is chosen besides what is chosen of its facet; as many as there are with it while that is
 *     nothing, and none when it is chosen itself
 * @param chosen whether the list is narrowed to it
 */
public record FacetValue(String code, Texts label, long count, long more, boolean chosen) {}
