package vn.loa.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the people shown in a work have said about it: given, withdrawn, perhaps given anew. A withdrawal stays in the record for ever; only a
 * consent that the same person gives on a later day makes up for it.
 */
record ConsentRecord(List<Consent> consents) {
    ConsentRecord {
        consents = List.copyOf(consents);
    }

    /** The first consent without which the work must not be shown. */
    Optional<Consent> missing() {
        return allMissing().stream().findFirst();
    }

    /** All of these. */
    List<Consent> allMissing() {
        return consents.stream()
                .filter(consent -> !consent.isInForce() && consents.stream().noneMatch(consent::isRenewedBy))
                .toList();
    }

    /** What has been withdrawn so far, also when it was given anew. */
    List<Consent> withdrawals() {
        return consents.stream()
                .filter(consent -> consent.withdrawnOn().isPresent())
                .toList();
    }

    /** What this person could still withdraw. */
    List<Consent> open(String person) {
        return consents.stream().filter(consent -> isOpen(consent, person)).toList();
    }

    boolean names(String person) {
        return consents.stream().anyMatch(consent -> consent.isOf(person));
    }

    /** The same after this person has withdrawn everything; nothing is withdrawn before it was given. */
    ConsentRecord withdrawn(String person, LocalDate day) {
        return new ConsentRecord(consents.stream()
                .map(consent -> isOpen(consent, person) ? consent.withdrawn(day) : consent)
                .toList());
    }

    /** The same with the withdrawals of another record that are missing in this one. */
    ConsentRecord keeping(List<Consent> withdrawals) {
        return new ConsentRecord(Stream.concat(
                        consents.stream(), withdrawals.stream().filter(withdrawal -> !consents.contains(withdrawal)))
                .toList());
    }

    private static boolean isOpen(Consent consent, String person) {
        return consent.isOf(person) && consent.withdrawnOn().isEmpty();
    }
}
