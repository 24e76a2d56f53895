package vn.loa.programmes.delivery;

import java.util.Set;

/**
 * What is said of a target, but for whose stations it is for and what is secret.
 *
 * @param address an address of HTTP, {@code sftp://host:port/folder}, or a folder below the one that the operator has named
 * @param username empty when there is none
 * @param hostKey {@code SHA256:…}; empty when it is not known, or there is none
 */
record TargetFields(
        String name,
        TargetKind kind,
        String address,
        String username,
        String hostKey,
        Set<SentPart> parts,
        boolean onPublication,
        boolean onUrgent) {
    TargetFields {
        parts = Set.copyOf(parts);
    }
}
