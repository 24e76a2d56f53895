/** Official plans, what they promise, and what has come of it. Must not change products. */
@NullMarked
package vn.loa.plans;

import org.jspecify.annotations.NullMarked;
