package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** The accounts that administrators look after, each within their own place. Others are answered with {@link NotPermitted}. */
@ApplicationScoped
@Transactional
@Reading
public class AccountLists {
    @Inject
    private Accounts accounts;

    @Inject
    private PasswordLinks links;

    @Inject
    private Localities localities;

    @Inject
    private Clock clock;

    /**
     * @param place what the unit is called that they are confined to; without any text when it is none
     * @param linkUntil when the link ends by which a password can be chosen; null when there is none
     */
    public record Line(
            AccountView account,
            AccountState state,
            Texts place,
            @Nullable Instant linkUntil) {}

    /** A unit to which somebody is confined. */
    public record Unit(String name, Texts label) {}

    /** By name. So many statements however many there are. */
    public Page<Line> page(AccountFilter filter, int page, int size, Actor by) {
        var within = reach(by);
        var found = accounts.list(places(filter.unit(), within), filter, page, size);
        Map<Long, Instant> ends = found.items().isEmpty() ? Map.of() : links.ends(found.items(), clock.instant());
        return found.map(account -> new Line(
                AccountView.of(account),
                AccountState.of(account),
                account.locality().map(Locality::labelWithin).orElse(Texts.none()),
                ends.get(account.requireId())));
    }

    /** The units to which somebody is confined, by name. */
    public List<Unit> units(Actor by) {
        return accounts.units(reach(by)).stream()
                .map(unit -> new Unit(unit.addressName(), unit.labelWithin()))
                .toList();
    }

    /** Ids of the units within which an administrator looks after accounts; empty for all. */
    private Optional<List<Long>> reach(Actor by) {
        AccountAdministration.require(by);
        return Optional.ofNullable(by.confinedTo()).map(localities::below);
    }

    /** What is left of that when only one unit is asked for. */
    private Optional<List<Long>> places(String unit, Optional<List<Long>> within) {
        if (unit.isEmpty() || unit.equals(AccountFilter.EVERYWHERE)) {
            return within;
        }
        List<Long> asked =
                localities.find(unit).map(Locality::id).map(localities::below).orElse(List.of());
        return Optional.of(
                within.map(reached -> asked.stream().filter(reached::contains).toList())
                        .orElse(asked));
    }
}
