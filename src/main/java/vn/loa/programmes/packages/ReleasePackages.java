package vn.loa.programmes.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import vn.loa.media.HeldBlobs;

/**
 * Clears packages away: they can be made again, to the byte. That they were is remembered much longer, since a station may have one that another is to go on from.
 */
@ApplicationScoped
@Transactional
class ReleasePackages {
    static final Duration KEPT = Duration.ofDays(30);
    private static final Duration REMEMBERED = Duration.ofDays(400);

    /** Of a station at once. */
    private static final int MOST = 12;

    private static final int AT_ONCE = 200;

    @Inject
    private StationPackages packages;

    @Inject
    private HeldBlobs blobs;

    @Inject
    private Clock clock;

    /** The file of one that can be had is swept with the other blobs that nobody holds. */
    void expire(StationPackage ready) {
        blobs.release(ready.holder());
        ready.expire();
    }

    /** Another node may have been faster. */
    private void expireIfReady(StationPackage old) {
        packages.lock(old.requireId())
                .filter(found -> found.state() == PackageState.READY)
                .ifPresent(this::expire);
    }

    /** Of a station only so many of the newest stay. */
    void makeRoom(long station) {
        packages.ready(station).stream().skip(MOST).forEach(this::expireIfReady);
    }

    /** Those that are too old. Any number may run at the same time. */
    void sweep() {
        var now = clock.instant();
        packages.readyBefore(now.minus(KEPT), AT_ONCE).forEach(this::expireIfReady);
        packages.flush();
        packages.forget(now.minus(REMEMBERED));
    }
}
