/**
 * What the loudspeakers of communes play and when: stations with their slots, the programme of each week, planned by hand or by rule. Must not decide what
 * is public of a work: it plays what the catalogue has opened, and nothing else.
 */
@NullMarked
package vn.loa.programmes;

import org.jspecify.annotations.NullMarked;
