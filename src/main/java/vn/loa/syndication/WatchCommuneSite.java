package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Communes;
import vn.loa.programmes.ProgrammePolicy;
import vn.loa.syndication.CommuneSites.CommuneSite;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Whoever looks after a commune names its site, and sees what of the portal it shows. Those of others throw {@link NotPermitted}. */
@ApplicationScoped
@Transactional
public class WatchCommuneSite {
    private static final int DAYS = 30;
    private static final int MOST = 100;

    @Inject
    private Localities localities;

    @Inject
    private CommuneSites sites;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** The site of the commune that an officer is confined to. One statement. @return empty while nobody has named one */
    public Optional<CommuneSite> own(Actor by) {
        return Optional.ofNullable(by.confinedTo())
                .filter(place -> by.is(Role.COMMUNE_OFFICER))
                .flatMap(place -> sites.of(place, since(), MOST));
    }

    /** @param unit name of the commune in addresses @return empty while nobody has named one */
    public Optional<CommuneSite> of(String unit, Actor by) {
        return localities.find(unit).flatMap(place -> sites.of(id(place, by), since(), MOST));
    }

    private LocalDate since() {
        return LocalDate.ofInstant(clock.instant(), TimeSource.ZONE).minusDays(DAYS);
    }

    /**
     * Names it.
     *
     * @param unit name of the commune in addresses; empty for the one that an officer is confined to
     * @param address of any page of the site; empty to forget it
     * @return whether that is an address, of a commune that there is
     */
    public boolean name(String unit, String address, Actor by) {
        var place = (unit.isEmpty()
                        ? Optional.ofNullable(by.confinedTo()).flatMap(localities::find)
                        : localities.find(unit))
                .filter(known -> known.level() == Level.COMMUNE);
        var origin = address.isBlank()
                ? Optional.<String>empty()
                : SiteOrigin.of(whole(address.strip())).filter(site -> site.contains("."));
        if (place.isEmpty() || origin.isEmpty() && !address.isBlank()) {
            return false;
        }
        var locality = id(place.get(), by);
        origin.ifPresentOrElse(
                site -> sites.name(locality, site, by.name(), clock.instant()), () -> sites.forget(locality));
        audit.record(by, "name-commune-site", "locality", locality, place.get().addressName(), origin.orElse(null));
        return true;
    }

    /** People leave out what their browser does not show. */
    private static String whole(String address) {
        return address.contains("://") ? address : "https://" + address;
    }

    private static long id(Locality place, Actor by) {
        ProgrammePolicy.require(by, place);
        return Communes.id(place);
    }
}
