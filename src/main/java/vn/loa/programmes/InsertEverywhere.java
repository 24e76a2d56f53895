package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.Coded;
import vn.loa.common.Texts;
import vn.loa.programmes.InsertUrgently.Inserted;
import vn.loa.programmes.InsertUrgently.Wanted;
import vn.loa.programmes.WorkStations.Place;

/**
 * Puts a work at once into the running programmes of several stations. Each is a transaction of its own: where it fails, the others play it all the same, and who
 * sends it again is heard only there.
 */
@ApplicationScoped
public class InsertEverywhere {
    private static final Logger LOG = System.getLogger(InsertEverywhere.class.getName());

    @Inject
    private UrgentReach reach;

    @Inject
    private InsertUrgently urgent;

    /** What came of it at a station. */
    public enum Result implements Coded {
        INSERTED,
        /** It stood in the programme already, or was just played. */
        ALREADY,
        /** It cannot be heard there: it was withdrawn meanwhile, or has no file for stations in the language. */
        UNPLAYABLE,
        /** Something went wrong; it can be tried again. */
        FAILED
    }

    /** @param code of the commune in addresses @param inserted null when it is not played */
    public record Told(
            String code,
            Texts place,
            Result result,
            @Nullable Inserted inserted) {
        /** Whether it is played there, from now or from before. */
        public boolean isPlayed() {
            return inserted != null;
        }
    }

    /**
     * Not within a transaction.
     *
     * @param unit name of a commune, or of a unit that holds communes, in addresses; null for all that they plan
     * @return what came of it at each station there, by name; empty when there is no such unit
     * @throws vn.loa.accounts.NotPermitted unless they plan several stations, and those of this unit
     */
    public Optional<List<Told>> insert(Wanted wanted, @Nullable String unit, Actor by) {
        return reach.stations(unit, by)
                .map(places ->
                        places.stream().map(place -> insert(wanted, place, by)).toList());
    }

    private Told insert(Wanted wanted, Place place, Actor by) {
        try {
            return urgent.insert(wanted, place.code(), null, by)
                    .map(done -> told(place, done.already() ? Result.ALREADY : Result.INSERTED, done))
                    .orElseGet(() -> told(place, Result.UNPLAYABLE, null));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Nothing urgent was put into the programme of " + place.code(), e);
            return told(place, Result.FAILED, null);
        }
    }

    private static Told told(Place place, Result result, @Nullable Inserted inserted) {
        return new Told(place.code(), place.label(), result, inserted);
    }
}
