/** The pages on which many products are brought in at once, and the files that they hand out. */
@NullMarked
package vn.loa.archive.web;

import org.jspecify.annotations.NullMarked;
