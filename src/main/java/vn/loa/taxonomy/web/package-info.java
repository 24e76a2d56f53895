/** The taxonomies for programs. Must not decide anything about them. */
@NullMarked
package vn.loa.taxonomy.web;

import org.jspecify.annotations.NullMarked;
