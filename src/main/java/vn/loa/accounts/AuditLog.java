package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.Reading;

/** The audit trail as administrators of the whole portal read it. Others are answered with {@link NotPermitted}. */
@ApplicationScoped
@Transactional
@Reading
public class AuditLog {
    @Inject
    private AuditTrail trail;

    /**
     * One thing that somebody did.
     *
     * @param number grows with each entry; numbers may be missing
     * @param kind of what it was done to
     * @param subject its address or name; may be empty
     */
    public record Line(
            long number,
            Instant at,
            String who,
            String action,
            String kind,
            String subject,
            @Nullable String note) {
        static Line of(AuditEntry entry) {
            return new Line(
                    entry.id(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subjectKind(),
                    entry.subjectSlug(),
                    entry.note());
        }
    }

    /** What entries can be narrowed to: kinds and actions that there are, by their codes. */
    public record Choices(List<String> kinds, List<String> actions) {
        public Choices {
            kinds = List.copyOf(kinds);
            actions = List.copyOf(actions);
        }
    }

    /** The latest first. Two statements. */
    public Page<Line> page(AuditFilter filter, int page, int size, Actor by) {
        require(by);
        return trail.search(filter, page, size).map(Line::of);
    }

    /** Two statements. */
    public Choices choices(Actor by) {
        require(by);
        return new Choices(trail.kinds(), trail.actions());
    }

    /** So many and no more of those that come before a number, the latest first: who reads on from the last has all of them, however many there are. */
    public List<Line> before(AuditFilter filter, long number, int most, Actor by) {
        require(by);
        return trail.before(filter, number, most).stream().map(Line::of).toList();
    }

    private static void require(Actor by) {
        if (!by.is(Role.ADMINISTRATOR) || by.isConfined()) {
            throw new NotPermitted(by, "read the audit trail");
        }
    }
}
