/** The life of a publication from draft to withdrawn, and the news of its changes. Must not know what is published. */
@NullMarked
package vn.loa.editorial;

import org.jspecify.annotations.NullMarked;
