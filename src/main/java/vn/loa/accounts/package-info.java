/** Who acts, how they prove it, what they may do, and the trail of what they did. Must not know what they act on, beyond its kind and id. */
@NullMarked
package vn.loa.accounts;

import org.jspecify.annotations.NullMarked;
