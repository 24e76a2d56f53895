/** How programs sign in, and how requests say whose they are. Must not know a password longer than a request. */
@NullMarked
package vn.loa.accounts.web;

import org.jspecify.annotations.NullMarked;
