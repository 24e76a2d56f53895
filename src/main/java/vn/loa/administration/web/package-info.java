/** The pages of administrators. Must not decide anything about what they show. */
@NullMarked
package vn.loa.administration.web;

import org.jspecify.annotations.NullMarked;
