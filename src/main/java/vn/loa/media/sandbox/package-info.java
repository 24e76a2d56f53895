/**
 * Runs programs that read foreign files, so that they can do no harm. Must not know what the programs are for, and nobody but this package starts
 * programs for the portal.
 */
@NullMarked
package vn.loa.media.sandbox;

import org.jspecify.annotations.NullMarked;
