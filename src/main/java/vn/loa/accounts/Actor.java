package vn.loa.accounts;

/**
 * Who answers for an action.
 *
 * @param name the account's name, or that of a part of the portal which acts by itself
 */
public record Actor(String name) {
    /** The loader of the sample content. */
    public static final Actor SAMPLE = new Actor("sample-content");

    /** The clock, which publishes what was scheduled. */
    public static final Actor SCHEDULE = new Actor("schedule");
}
