package vn.loa.accounts;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Locality;

/**
 * Who answers for an action, and what they may do.
 *
 * @param name the account's name, or that of a part of the portal which acts by itself
 * @param confinedTo id of the locality beyond which they do nothing; null for the whole province
 * @param languages codes of the languages whose tracks they review
 * @param isPortal whether it is a part of the portal, which knows every language
 */
public record Actor(String name, Set<Role> roles, @Nullable Long confinedTo, Set<String> languages, boolean isPortal) {
    /** The loader of the sample content. */
    public static final Actor SAMPLE = portal("sample-content");

    /** The clock, which publishes what was scheduled. */
    public static final Actor SCHEDULE = portal("schedule");

    /** The jobs that look at files and encode them. */
    public static final Actor PROCESSING = portal("processing");

    /** The clock, which erases what is not to be kept any longer. */
    public static final Actor RETENTION = portal("retention");

    public Actor {
        roles = Set.copyOf(roles);
        languages = Set.copyOf(languages);
    }

    private static Actor portal(String name) {
        return new Actor(name, EnumSet.allOf(Role.class), null, Set.of(), true);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether they judge tracks in this language. */
    public boolean reviews(String language) {
        return is(Role.LANGUAGE_REVIEWER) && (isPortal || languages.contains(language));
    }

    public boolean isConfined() {
        return confinedTo != null;
    }

    /** Whether this unit is the one they are confined to, or lies within it. Reads the units above it. */
    public boolean covers(Locality unit) {
        return confinedTo == null
                || Stream.iterate(Optional.of(unit), Optional::isPresent, below -> below.flatMap(Locality::parent))
                        .anyMatch(each -> each.map(Locality::id)
                                .filter(confinedTo::equals)
                                .isPresent());
    }
}
