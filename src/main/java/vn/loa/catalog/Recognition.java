package vn.loa.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a file seems to be for its product, by its name alone. Whoever sends it may know better, and what it is its bytes tell.
 *
 * @param kind code of a kind of track; null when the name does not say
 * @param language code of a language of works
 * @param named whether the name says the language; else it is that of the work
 * @param role code of what it seems to be to the work; null without a kind
 * @param replaces id of the track of the same kind, language and role that it seems to be a newer version of; null when there is none
 */
public record Recognition(
        @Nullable String kind,
        String language,
        boolean named,
        @Nullable String role,
        @Nullable Long replaces) {}
