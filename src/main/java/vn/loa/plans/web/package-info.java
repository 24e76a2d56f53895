/** Plans for people and for programs. Must not decide anything about them. */
@NullMarked
package vn.loa.plans.web;

import org.jspecify.annotations.NullMarked;
