package vn.loa.programmes.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import vn.loa.media.HeldBlobs;
import vn.loa.media.KeptBlob;

/** The steps by which a worker makes a package, each in a transaction of its own. What a worker does whose turn is over changes nothing. */
@ApplicationScoped
@Transactional
class PackageSteps {
    @Inject
    private StationPackages packages;

    @Inject
    private PackageContents contents;

    @Inject
    private SignPackages signing;

    @Inject
    private ReleasePackages release;

    @Inject
    private HeldBlobs blobs;

    @Inject
    private Clock clock;

    /** A worker's turn at a package. @param number how many workers have taken it, this one among them */
    record Turn(long id, int number, PackageContent content, SigningKey key) {}

    /** A worker takes it; empty when there is nothing to do with it, which may be found out only now. */
    Optional<Turn> take(long id) {
        return packages.lock(id)
                .filter(found -> found.state() == PackageState.WAITING)
                .flatMap(this::take);
    }

    private Optional<Turn> take(StationPackage waiting) {
        var number = waiting.take();
        var key = signing.current();
        var content = contents.of(waiting)
                .filter(now -> now.fingerprint().equals(waiting.fingerprint()))
                .filter(now -> now.key().equals(key.id()))
                .orElse(null);
        if (content == null) {
            waiting.refuse(PackageProblem.CHANGED, clock.instant());
            return Optional.empty();
        }
        return Optional.of(new Turn(waiting.requireId(), number, content, key));
    }

    void progress(Turn turn, int percent) {
        lock(turn).ifPresent(waiting -> waiting.progress(percent));
    }

    void ready(Turn turn, KeptBlob kept) {
        // Before the package, as whoever distrusts a key does it.
        var isTrusted = signing.isTrusted(turn.key().id());
        lock(turn).ifPresent(waiting -> {
            if (!isTrusted) {
                waiting.refuse(PackageProblem.CHANGED, clock.instant());
                return;
            }
            waiting.ready(kept, clock.instant());
            packages.flush();
            blobs.hold(kept, waiting.holder());
            release.makeRoom(waiting.station());
        });
    }

    void refuse(Turn turn, PackageProblem why) {
        lock(turn).ifPresent(waiting -> waiting.refuse(why, clock.instant()));
    }

    private Optional<StationPackage> lock(Turn turn) {
        return packages.lock(turn.id()).filter(found -> found.isAt(turn.number()));
    }
}
