package vn.loa.programmes.packages;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.loa.media.MediaAddress;

/**
 * A package, for those who look after its station.
 *
 * @param percent of its sounds that are written, while it is waiting
 * @param problem why it could not be made; null unless it is refused
 * @param since the package whose sounds are left out; null when everything is in it
 * @param key id of the key with which it is signed
 * @param bytes of the file, and 0 while there has been none
 * @param sha256 of the file; null while there has been none
 * @param until when it is cleared away; null unless it is ready
 * @param leftOut how much is planned and not in it, since no slot has room for it
 * @param withdrawn whether something in it may not be heard any more: then it is given to nobody
 * @param outdated whether something else is heard by now than it plays, or at other times
 */
public record PackageView(
        long id,
        String name,
        LocalDate from,
        LocalDate to,
        PackageState state,
        int percent,
        @Nullable PackageProblem problem,
        @Nullable Long since,
        String key,
        long bytes,
        @Nullable String sha256,
        String madeBy,
        Instant madeAt,
        @Nullable Instant until,
        int leftOut,
        boolean withdrawn,
        boolean outdated) {
    /** How the place of a work is written in the address of a package; no work is called so. */
    static final String PLACE = "goi--";

    /** Whether it can be had. */
    public boolean isThere() {
        return state == PackageState.READY && !withdrawn;
    }

    /** Where it can be had, from the root of the portal; empty when it cannot. */
    public String file() {
        var hash = sha256;
        return isThere() && hash != null
                ? "/media/" + PLACE + id + "/" + hash.substring(0, MediaAddress.HASH_DIGITS) + "/" + name + ".zip"
                : "";
    }

    static PackageView of(StationPackage made, boolean withdrawn, boolean outdated) {
        return new PackageView(
                made.requireId(),
                made.name(),
                made.from(),
                made.to(),
                made.state(),
                made.percent(),
                made.problem().orElse(null),
                made.since().orElse(null),
                made.key(),
                made.bytes(),
                made.sha256().orElse(null),
                made.madeBy(),
                made.madeAt(),
                made.state() == PackageState.READY
                        ? made.endedAt()
                                .map(ready -> ready.plus(ReleasePackages.KEPT))
                                .orElse(null)
                        : null,
                made.leftOut(),
                withdrawn,
                outdated);
    }
}
