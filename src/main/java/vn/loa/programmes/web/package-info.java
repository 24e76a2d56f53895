/** The pages, feeds and resources of programmes, for citizens, programs and those who plan. Must not decide what is allowed. */
@NullMarked
package vn.loa.programmes.web;

import org.jspecify.annotations.NullMarked;
