/**
 * What citizens ask without an account, and what agencies answer in public. Must not tell anybody who asked: what a sender wrote and how to reach
 * them lies apart and is erased.
 */
@NullMarked
package vn.loa.questions;

import org.jspecify.annotations.NullMarked;
