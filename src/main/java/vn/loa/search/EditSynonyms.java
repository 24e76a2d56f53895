package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.editorial.ContentRevision;

/**
 * What editors of the whole province say means the same for search. It holds as soon as it is committed; the audit trail keeps every wording. Others are
 * answered with {@link NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class EditSynonyms {
    private static final String SUBJECT = "synonyms";
    private static final int MOST = 500;

    @Inject
    private SynonymGroups groups;

    @Inject
    private ContentRevision contentRevision;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @param terms parted by commas, with an arrow where only some find the others */
    public record Line(long id, long version, String terms) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** @param faults their codes */
        record Wrong(List<String> faults) implements Outcome {}

        /** Somebody has changed or removed it since they read it. */
        record Stale() implements Outcome {}
    }

    public List<Line> all(Actor by) {
        requireEditor(by);
        return groups.all().stream()
                .map(group -> new Line(group.requireId(), group.version(), group.written()))
                .toList();
    }

    /** What comes with the portal, group by group, which stays as it is: a group of one's own with one of its words adds to it. */
    public List<String> builtIn(Actor by) {
        requireEditor(by);
        return BuiltInSynonyms.groups();
    }

    /** @param written as {@link SynonymTerms} reads it */
    public Outcome add(String written, Actor by) {
        requireEditor(by);
        groups.oneByOne();
        var all = groups.all();
        var terms = SynonymTerms.of(written);
        var faults = terms.faults(all);
        if (all.size() >= MOST) {
            faults.add(SynonymTerms.Fault.TOO_MANY);
        }
        if (!faults.isEmpty()) {
            return wrong(faults);
        }
        var group = new SynonymGroup(terms, clock.instant());
        groups.add(group);
        return done(by, "add", group, group.written());
    }

    /** @param version of the group that they have read */
    public Outcome rewrite(long id, long version, String written, Actor by) {
        requireEditor(by);
        groups.oneByOne();
        var found = groups.find(id).filter(group -> group.version() == version);
        if (found.isEmpty()) {
            return new Outcome.Stale();
        }
        var terms = SynonymTerms.of(written);
        var faults = terms.faults(
                groups.all().stream().filter(group -> group.requireId() != id).toList());
        if (!faults.isEmpty()) {
            return wrong(faults);
        }
        var before = found.get().written();
        found.get().rewrite(terms, clock.instant());
        return done(by, "rewrite", found.get(), before + " → " + found.get().written());
    }

    public Outcome remove(long id, long version, Actor by) {
        requireEditor(by);
        groups.oneByOne();
        var found = groups.find(id).filter(group -> group.version() == version);
        if (found.isEmpty()) {
            return new Outcome.Stale();
        }
        groups.remove(found.get());
        return done(by, "remove", found.get(), found.get().written());
    }

    private Outcome done(Actor by, String action, SynonymGroup group, String note) {
        groups.flush();
        audit.record(by, action, SUBJECT, group.requireId(), String.valueOf(group.requireId()), note);
        // Pages that were found without it are not right any more, and every node learns of it.
        contentRevision.advance();
        return new Outcome.Done();
    }

    private static Outcome wrong(List<SynonymTerms.Fault> faults) {
        return new Outcome.Wrong(faults.stream().map(SynonymTerms.Fault::code).toList());
    }

    private static void requireEditor(Actor by) {
        if (!by.is(Role.EDITOR) || by.isConfined()) {
            throw new NotPermitted(by, "say which words mean the same");
        }
    }
}
