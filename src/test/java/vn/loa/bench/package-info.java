/**
 * Measures the portal side by side with what it is compared to, in {@code mvn -Pbench verify} alone. Must not judge: the aims are printed
 * beside the results, and nothing fails for being slow.
 */
@NullMarked
package vn.loa.bench;

import org.jspecify.annotations.NullMarked;
