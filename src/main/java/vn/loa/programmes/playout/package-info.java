/** The browsers that play at stations: how each is paired with its station, and how much it may send. Knows nothing of what they play, nor of what they write down. */
@NullMarked
package vn.loa.programmes.playout;

import org.jspecify.annotations.NullMarked;
