/**
 * What administrators look after beyond accounts: what content is described with, whose it is, where it goes, and how the portal speaks and looks. Must not
 * know how any of it is shown to the public.
 */
@NullMarked
package vn.loa.administration;

import org.jspecify.annotations.NullMarked;
