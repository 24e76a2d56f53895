/** What every page stands on: its address, its language, its assets and its headers. Must not know any feature. */
@NullMarked
package vn.loa.common.web;

import org.jspecify.annotations.NullMarked;
