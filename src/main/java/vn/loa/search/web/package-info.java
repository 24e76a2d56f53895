/** Catalogue and search as pages and in the API. Must not know the search server. */
@NullMarked
package vn.loa.search.web;

import org.jspecify.annotations.NullMarked;
