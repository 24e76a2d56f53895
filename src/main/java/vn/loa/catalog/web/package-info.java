/** Products for people and for programs. Must not decide anything about them. */
@NullMarked
package vn.loa.catalog.web;

import org.jspecify.annotations.NullMarked;
