package vn.loa.programmes.web;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.packages.PackageView;

/**
 * A package of a station, for programs.
 *
 * @param state waiting, ready, refused, expired (it can be made again), or withdrawn: something in it may not be heard any more
 * @param percent of its sounds that are packed
 * @param problem changed, no-room or broken; only when it is refused
 * @param since id of the package whose sounds are left out; null when everything is in it
 * @param key id of the key with which it is signed
 * @param url where it can be had by who may make it, whole or in ranges; null unless it is ready
 * @param until when it is cleared away
 * @param leftOut how much is planned and not in it, since no slot has room for it
 * @param outdated whether another programme has been published since
 */
@Schema(name = "StationPackage")
public record PackageDocument(
        long id,
        String name,
        LocalDate from,
        LocalDate to,
        String state,
        int percent,
        @Nullable String problem,
        @Nullable Long since,
        String key,
        long bytes,
        @Nullable String sha256,
        @Nullable String url,
        Instant madeAt,
        @Nullable Instant until,
        int leftOut,
        boolean outdated) {
    static PackageDocument of(PackageView view, String root) {
        var problem = view.problem();
        return new PackageDocument(
                view.id(),
                view.name(),
                view.from(),
                view.to(),
                view.withdrawn() ? "withdrawn" : view.state().code(),
                view.isThere() ? 100 : view.percent(),
                problem == null ? null : problem.code(),
                view.since(),
                view.key(),
                view.bytes(),
                view.sha256(),
                view.isThere() ? root + view.file() : null,
                view.madeAt(),
                view.until(),
                view.leftOut(),
                view.outdated());
    }
}
