/**
 * Writes what is printed: PDF on A4, in letters that are in the file. Must not know what it prints, nor read a PDF.
 */
@NullMarked
package vn.loa.programmes.paper;

import org.jspecify.annotations.NullMarked;
