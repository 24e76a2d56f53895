package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
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

    /** What came of it. */
    public sealed interface Proposal {}

    /** An agency that a plan can name. @param isNew whether it was named now, and waits to be taken into the list */
    public record Named(String code, boolean isNew) implements Proposal {}

    /** There are several of this name, of which somebody must choose. @param codes of them */
    public record Several(List<String> codes) implements Proposal {
        public Several {
            codes = List.copyOf(codes);
        }
    }

    /**
     * The agency of this name, which is made unless there is one.
     *
     * @param isAnother whether it is none of those of this name that there are: two communes of two provinces may be called the same
     * @throws vn.loa.accounts.NotPermitted unless they edit plans
     * @throws InvalidInput when it is no name, or they have proposed too many
     */
    public Proposal propose(String written, boolean isAnother, Actor by) {
        PlanPolicy.requireImporter(by);
        var name = PlainText.line(written);
        if (name.length() > LONGEST) {
            throw InvalidInput.of("agency", "is too long");
        }
        if (name.chars().noneMatch(Character::isLetter)) {
            throw InvalidInput.of("agency", "is no name");
        }
        agencies.proposeOneByOne();
        var all = agencies.allAndProposed();
        var same = isAnother ? List.<Agency>of() : NamedAgency.called(name, all);
        if (same.size() > 1) {
            return new Several(same.stream().map(Agency::code).toList());
        }
        if (!same.isEmpty()) {
            return new Named(same.get(0).code(), false);
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
