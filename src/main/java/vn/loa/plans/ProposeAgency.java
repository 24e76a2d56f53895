package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.InvalidInput;
import vn.loa.common.PlainText;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;

/** Names an agency that the list lacks. Plans can say that it issued them from then on; administrators take it into the list, or another in its place. */
@ApplicationScoped
@Transactional
public class ProposeAgency {
    /** Of one person, that nobody has decided about: enough for a week of importing. */
    public static final int MOST = 50;

    public static final int LONGEST = 200;

    private static final long NO_NUMBER = 0;

    @Inject
    private Agencies agencies;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** An agency that a plan can name. @param proposed whether it waits to be taken into the list */
    public record Named(String code, boolean proposed) {}

    /**
     * The agency of this name, which is made unless there is one.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit plans
     * @throws InvalidInput when it is no name, or they have proposed too many
     */
    public Named propose(String written, Actor by) {
        PlanPolicy.requireImporter(by);
        var name = PlainText.line(written);
        if (name.length() > LONGEST) {
            throw InvalidInput.of("agency", "is too long");
        }
        var wanted = Texts.fold(name);
        if (wanted.chars().noneMatch(Character::isLetter)) {
            throw InvalidInput.of("agency", "is no name");
        }
        agencies.proposeOneByOne();
        var all = agencies.allAndProposed();
        var same = all.stream()
                .filter(agency -> Texts.fold(agency.name().in(Texts.FALLBACK)).equals(wanted))
                .findFirst();
        if (same.isPresent()) {
            return new Named(same.get().code(), same.get().isProposed());
        }
        if (all.stream()
                        .filter(agency -> agency.proposedBy().stream().anyMatch(by.name()::equals))
                        .count()
                >= MOST) {
            throw InvalidInput.of("agency", "too many are proposed");
        }
        var code = free(name);
        agencies.add(Agency.proposed(code, Texts.of(Texts.FALLBACK, name), by.name(), clock.instant()));
        audit.record(by, "propose-agency", "agency", NO_NUMBER, code, name);
        return new Named(code, true);
    }

    private String free(String name) {
        Slug base;
        try {
            base = Slug.of(name);
        } catch (IllegalArgumentException unreadable) {
            throw InvalidInput.of("agency", "is no name");
        }
        var free = base;
        for (var number = 2; agencies.find(free.value()).isPresent(); number++) {
            free = base.numbered(number);
        }
        return free.value();
    }
}
