package vn.loa.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody does for the portal; one person may do several things. */
public enum Role {
    /** Accounts, taxonomies, settings; nothing with the content itself. */
    ADMINISTRATOR,
    /** Writes products, adds tracks, hands them in for review. */
    EDITOR,
    /** Approves the tracks in the languages they know. */
    LANGUAGE_REVIEWER,
    /** Approves, schedules, publishes and withdraws. */
    PUBLISHER,
    /** Runs the programme of a commune's loudspeakers. */
    COMMUNE_OFFICER;

    /** As the API writes it: {@code language-reviewer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> find(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
