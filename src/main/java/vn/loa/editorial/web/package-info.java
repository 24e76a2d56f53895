/** How the API says that a publication cannot take a step. Must not decide whether it can. */
@NullMarked
package vn.loa.editorial.web;

import org.jspecify.annotations.NullMarked;
