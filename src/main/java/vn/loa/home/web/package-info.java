/** The front page, the pages of places, and the frame around every page. */
@NullMarked
package vn.loa.home.web;

import org.jspecify.annotations.NullMarked;
