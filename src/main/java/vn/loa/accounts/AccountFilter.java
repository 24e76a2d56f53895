package vn.loa.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What accounts are narrowed to.
 *
 * @param text that one of their names holds, whatever its capital letters; empty for all
 * @param role that they hold; null for all
 * @param state null for all
 * @param unit name of the one in which they act, or below it; {@link #EVERYWHERE} for those who are confined to none; empty for all
 */
public record AccountFilter(
        String text, @Nullable Role role, @Nullable AccountState state, String unit) {
    /** No unit is called so. */
    public static final String EVERYWHERE = "-";

    public static AccountFilter none() {
        return new AccountFilter("", null, null, "");
    }

    public boolean narrows() {
        return !equals(none());
    }
}
