/**
 * Speaks OpenID Connect with the provider that the province has for signing in, if it has one: sends people there and reads who came back. It knows no accounts: who may
 * enter, and as whom, is decided above it.
 */
@NullMarked
package vn.loa.accounts.provider;

import org.jspecify.annotations.NullMarked;
