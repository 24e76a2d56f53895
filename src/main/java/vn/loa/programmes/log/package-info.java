/**
 * What the loudspeakers of communes have played: the as-run log, as playout pages, programs, tables and people write it, what is still to be confirmed, and the reports of a month. Knows
 * the programme, which knows nothing of it.
 */
@NullMarked
package vn.loa.programmes.log;

import org.jspecify.annotations.NullMarked;
