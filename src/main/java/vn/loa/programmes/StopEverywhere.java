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
import vn.loa.programmes.WorkStations.Place;

/** Has several stations stop an emergency. Each is a transaction of its own: where it fails, the others stop all the same, and it can be tried again. */
@ApplicationScoped
public class StopEverywhere {
    private static final Logger LOG = System.getLogger(StopEverywhere.class.getName());

    @Inject
    private UrgentReach reach;

    @Inject
    private StopUrgently stopping;

    /** What came of it at a station. */
    public enum Result implements Coded {
        STOPPED,
        /** It was over, stopped before, or never there. */
        NOTHING,
        /** Something went wrong; it can be tried again. */
        FAILED
    }

    /** @param code of the commune in addresses */
    public record Told(String code, Texts place, Result result) {}

    /**
     * Not within a transaction.
     *
     * @param product id of the work
     * @param unit name of a commune, or of a unit that holds communes, in addresses; null for all that they plan
     * @return what came of it at each station there, by name; empty when there is no such unit
     * @throws vn.loa.accounts.NotPermitted unless they plan the stations of this unit
     */
    public Optional<List<Told>> stop(long product, @Nullable String unit, Actor by) {
        return reach.within(unit, by)
                .map(places ->
                        places.stream().map(place -> stop(product, place, by)).toList());
    }

    private Told stop(long product, Place place, Actor by) {
        try {
            var stopped = stopping.stop(product, place.code(), by).orElse(false);
            return new Told(place.code(), place.label(), stopped ? Result.STOPPED : Result.NOTHING);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Nothing urgent was stopped in the programme of " + place.code(), e);
            return new Told(place.code(), place.label(), Result.FAILED);
        }
    }
}
