package vn.loa.programmes.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.accounts.Actor;
import vn.loa.media.MediaInReview;
import vn.loa.media.PublicBlob;
import vn.loa.programmes.HeardStations;

/** Gives a package to those who look after its station, whole or in stretches, as long as everything in it may be heard. */
@ApplicationScoped
@Transactional
public class PackageMedia implements MediaInReview {
    private static final Pattern PLACE = Pattern.compile(Pattern.quote(PackageView.PLACE) + "([0-9]{1,18})");
    private static final String ZIP = "application/zip";

    @Inject
    private StationPackages packages;

    @Inject
    private PackageViews views;

    @Inject
    private HeardStations stations;

    @Override
    public Optional<PublicBlob> find(String productSlug, String hashPrefix, Actor by) {
        var place = PLACE.matcher(productSlug);
        return place.matches()
                ? packages.find(Long.parseLong(place.group(1)))
                        .filter(found -> found.state() == PackageState.READY)
                        .filter(found -> found.sha256()
                                .filter(sha256 -> sha256.startsWith(hashPrefix))
                                .isPresent())
                        .filter(found -> stations.isPlannedBy(found.station(), by))
                        .filter(views::isPlayable)
                        .map(PackageMedia::blob)
                : Optional.empty();
    }

    private static PublicBlob blob(StationPackage ready) {
        return new PublicBlob(
                ready.sha256().orElseThrow(),
                ready.bytes(),
                ZIP,
                ready.endedAt().orElse(Instant.EPOCH),
                true,
                List.of(PackageView.of(ready, false, false).file()));
    }
}
