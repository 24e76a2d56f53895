/**
 * Brings many products in at once, from a sheet with a line for each and the files that it names, and gives them out as the same sheet. Nothing is done to a product here but by the acts of
 * {@code catalog}, with the rights of who brings them in; nothing is published.
 */
@NullMarked
package vn.loa.archive;

import org.jspecify.annotations.NullMarked;
