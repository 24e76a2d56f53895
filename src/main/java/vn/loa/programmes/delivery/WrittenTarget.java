package vn.loa.programmes.delivery;

import java.util.Set;

/**
 * What somebody has written about a target.
 *
 * @param kind code of a {@link TargetKind}
 * @param secret password, token or private key; empty to leave what there is
 * @param forgetSecret whether there shall be none any more
 * @param parts codes of {@link SentPart}
 * @param unit name in addresses of the unit whose stations it is for
 */
public record WrittenTarget(
        String name,
        String kind,
        String address,
        String username,
        String secret,
        boolean forgetSecret,
        String hostKey,
        Set<String> parts,
        String unit,
        boolean onPublication,
        boolean onUrgent) {
    public WrittenTarget {
        parts = Set.copyOf(parts);
    }

    /** Without what is secret: it must come into no log. */
    @Override
    public String toString() {
        return kind + " " + address;
    }
}
