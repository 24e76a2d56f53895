package vn.loa.programmes.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Reading;
import vn.loa.programmes.PublishedDays;

/** Shows packages as they are now: what may not be heard any more is not given away because it was packed before. In a constant number of statements, and some more for each whose programme was written anew. */
@ApplicationScoped
@Transactional
@Reading
public class PackageViews {
    @Inject
    private PublishedDays published;

    @Inject
    private StationSounds sounds;

    private record Heard(long product, String language) {
        private static Heard of(PackedSound sound) {
            return new Heard(sound.product(), sound.language());
        }
    }

    /** @param packages of one station */
    List<PackageView> of(List<StationPackage> packages) {
        var playable = playable(packages);
        var ready = packages.stream().filter(PackageViews::isThere).toList();
        var editions = ready.isEmpty() ? Set.<String>of() : editions(ready);
        return packages.stream()
                .map(each -> PackageView.of(
                        each,
                        isThere(each) && !isPlayable(each, playable),
                        isThere(each) && (isReplaced(each, playable) || isOtherwise(each, editions))))
                .toList();
    }

    /** Those that everybody sees of all days that something is packed of. One statement. */
    private Set<String> editions(List<StationPackage> ready) {
        var from = Collections.min(ready.stream().map(StationPackage::from).toList());
        var to = Collections.max(ready.stream().map(StationPackage::to).toList());
        return Set.of(published.editions(ready.get(0).station(), from, to).split(" "));
    }

    /** Whether something else is heard than it plays, or at other times: what was put into the programme and taken out again changes nothing. Only what was written since is looked at. */
    private boolean isOtherwise(StationPackage each, Set<String> editions) {
        return !editions.containsAll(List.of(each.editions().split(" ")))
                && (each.played().isEmpty()
                        || !each.played().equals(published.played(each.station(), each.from(), each.to())));
    }

    private static boolean isThere(StationPackage each) {
        return each.state() == PackageState.READY;
    }

    /** Whether everything that is played of it may still be heard. One statement, or none. */
    boolean isPlayable(StationPackage each) {
        return isPlayable(each, playable(List.of(each)));
    }

    private static boolean isPlayable(StationPackage each, Map<Heard, String> playable) {
        return each.sounds().stream().allMatch(sound -> playable.containsKey(Heard.of(sound)));
    }

    /** Whether something in it would be another recording today. */
    private static boolean isReplaced(StationPackage each, Map<Heard, String> playable) {
        return each.sounds().stream()
                .anyMatch(sound -> !sound.sha256().equals(playable.getOrDefault(Heard.of(sound), sound.sha256())));
    }

    /** The files of what may be heard. */
    private Map<Heard, String> playable(List<StationPackage> packages) {
        var products = new HashSet<Long>();
        packages.stream().filter(PackageViews::isThere).forEach(each -> products.addAll(each.products()));
        return sounds.of(products).stream()
                .collect(Collectors.toMap(
                        sound -> new Heard(sound.product(), sound.language()),
                        StationSound::sha256,
                        (one, other) -> one));
    }
}
