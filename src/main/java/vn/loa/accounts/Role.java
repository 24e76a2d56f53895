package vn.loa.accounts;

import java.util.Optional;
import vn.loa.common.Coded;

/** What somebody does for the portal; one person may do several things. */
public enum Role implements Coded {
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

    public static Optional<Role> find(String code) {
        return Coded.find(Role.class, code);
    }
}
