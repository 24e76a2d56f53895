package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** The communes whose loudspeakers somebody looks after, with a station that plans here or without. Within the transaction of who asks. */
@ApplicationScoped
public class Communes {
    @Inject
    private Localities localities;

    /** @param unit name in addresses @return empty when there is no such commune @throws vn.loa.accounts.NotPermitted unless they plan its programme */
    public Optional<Locality> of(String unit, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        return find(unit).map(known -> {
            ProgrammePolicy.require(by, known);
            return known;
        });
    }

    /** Whoever asks. */
    public Optional<Locality> find(String unit) {
        return localities.find(unit).filter(known -> !Station.isTemplate(known));
    }

    /** The key by which stations, programmes and logs name it. */
    public static long id(Locality place) {
        return Optional.ofNullable(place.id()).orElseThrow();
    }
}
