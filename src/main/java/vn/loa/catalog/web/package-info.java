/** The pages of products and their parts of the API. Must not decide what is public. */
@NullMarked
package vn.loa.catalog.web;

import org.jspecify.annotations.NullMarked;
