/** The addresses at which other sites and search engines ask. Must not decide what is public. */
@NullMarked
package vn.loa.syndication.web;

import org.jspecify.annotations.NullMarked;
