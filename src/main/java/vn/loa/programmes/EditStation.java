package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.InvalidInput;
import vn.loa.common.Violation;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Taxonomies;

/** Says when a station is on air and what it likes to play. The first time opens it. Each change leaves an entry in the audit trail. */
@ApplicationScoped
@Transactional
public class EditStation {
    private static final String SUBJECT = "station";

    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Genres genres;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private Languages languages;

    @Inject
    private ProgrammeWriting writing;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What came of it. */
    public enum Result {
        DONE,
        /** There is no such unit, or no template to take over. */
        UNKNOWN,
        /** Somebody has changed it since they read it. */
        STALE
    }

    /**
     * @param unit name in addresses
     * @param version that was read; 0 when there was no station yet
     * @throws vn.loa.accounts.NotPermitted unless they plan its programme
     * @throws InvalidInput naming all that is wrong
     */
    public Result save(String unit, long version, StationSettings settings, Actor by) {
        return change(unit, version, by, "edit-station", station -> Optional.of(settings));
    }

    /** Takes over what the template of the province says. As {@link #save}. */
    public Result takeTemplate(String unit, long version, Actor by) {
        return change(
                unit,
                version,
                by,
                "copy-station",
                station -> template(station.locality()).map(Station::settings));
    }

    /** That of the nearest unit above. Reads one unit after the other. */
    public Optional<Station> template(Locality unit) {
        return Stream.iterate(unit.parent(), Optional::isPresent, above -> above.flatMap(Locality::parent))
                .flatMap(above -> above.flatMap(stations::of).stream())
                .findFirst();
    }

    private Result change(
            String name, long version, Actor by, String action, Function<Station, Optional<StationSettings>> change) {
        var unit = localities.find(name);
        if (unit.isEmpty()) {
            return Result.UNKNOWN;
        }
        ProgrammePolicy.require(by, unit.get());
        stations.await(unit.get());
        var found = stations.lock(unit.get());
        if (found.map(Station::version).orElse(0L) != version) {
            return Result.STALE;
        }
        var station = found.orElseGet(() -> new Station(unit.get()));
        var settings = change.apply(station);
        if (settings.isEmpty()) {
            return Result.UNKNOWN;
        }
        requireKnown(settings.get());
        var former = found.map(Station::settings).orElse(null);
        station.set(settings.get());
        if (found.isEmpty()) {
            stations.add(station);
        }
        if (!settings.get().equals(former)) {
            stations.add(new StationChange(station, former, clock.instant()));
        }
        audit.record(by, action, SUBJECT, station.requireId(), unit.get().addressName(), null);
        writing.told();
        writing.changed(station);
        return Result.DONE;
    }

    private static void require(Set<String> known, String code, List<Violation> wrong) {
        if (!code.isEmpty() && !known.contains(code)) {
            wrong.add(new Violation("preferences", "name what is not known: " + code));
        }
    }

    private void requireKnown(StationSettings settings) {
        var wrong = new ArrayList<Violation>();
        var known = genres.all().stream().map(Genre::code).collect(Collectors.toSet());
        var topics = taxonomies.topics().stream().map(Taxonomies.Item::code).collect(Collectors.toSet());
        var audiences =
                taxonomies.audiences().stream().map(Taxonomies.Item::code).collect(Collectors.toSet());
        var spoken = languages.all().stream()
                .filter(Language::isContent)
                .map(Language::code)
                .collect(Collectors.toSet());
        settings.rule().preferences().forEach(each -> {
            require(known, each.genre(), wrong);
            require(spoken, each.language(), wrong);
            require(topics, each.topic(), wrong);
            require(audiences, each.audience(), wrong);
        });
        settings.rule().shares().keySet().stream()
                .filter(code -> !spoken.contains(code))
                .forEach(code -> wrong.add(new Violation("shares", "is not a language of works: " + code)));
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }
}
