/**
 * Packs what a station without internet plays into one file: the sounds, named in the order in which they are played, playlists, a printed sheet, and a list of check sums that the portal
 * has signed. A package is made of nothing but the programme and its files: made twice, it is the same to the byte.
 */
@NullMarked
package vn.loa.programmes.packages;

import org.jspecify.annotations.NullMarked;
