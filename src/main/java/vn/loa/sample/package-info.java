/** Loads the sample content through the services that editors use. Nothing may depend on it. */
@NullMarked
package vn.loa.sample;

import org.jspecify.annotations.NullMarked;
