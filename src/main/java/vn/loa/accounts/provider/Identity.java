package vn.loa.accounts.provider;

import java.util.Optional;

/**
 * Who the provider says that somebody is.
 *
 * @param issuer the provider, as it names itself
 * @param subject by which it knows them for good
 * @param email only one that it has verified; in small letters
 * @param twoSteps whether they have proved it in two steps, as far as the provider is believed in this
 */
public record Identity(String issuer, String subject, Optional<String> email, boolean twoSteps) {}
