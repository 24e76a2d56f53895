package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Texts;
import vn.loa.editorial.ContentRevision;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.SearchOutbox;
import vn.loa.taxonomy.FormerCodes;

/**
 * Administrators of the whole portal arrange topics, audiences and genres. What refers to one goes with it, former addresses lead on, the index follows, and
 * the audit trail keeps each act. Others are answered with {@link NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class ArrangeTerms {
    private static final long NO_NUMBER = 0;

    @Inject
    private Terms terms;

    @Inject
    private TermRules rules;

    @Inject
    private FormerCodes formerCodes;

    @Inject
    private SearchOutbox outbox;

    @Inject
    private ContentRevision contentRevision;

    @Inject
    private AuditTrail audit;

    /**
     * One of them, as it stands in the list.
     *
     * @param depth how many stand above it
     * @param previous the sibling before it; null for the first
     * @param afterNext the sibling behind the next one, or an empty text when there is none; null for the last
     */
    public record Line(
            Term term,
            int depth,
            Terms.Use use,
            @Nullable String previous,
            @Nullable String afterNext) {}

    /**
     * What somebody wrote for one.
     *
     * @param vietnamese what it is called
     * @param english may be empty
     * @param others by code of further languages of the portal; empty where there is no name any more
     * @param code its part of addresses; empty to have it made of the Vietnamese
     */
    public record Written(
            String vietnamese, String english, Map<String, String> others, String code, Map<String, String> traits) {
        public Written {
            others = Map.copyOf(others);
            traits = Map.copyOf(traits);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param code that it has now */
        record Done(String code) implements Outcome {}

        record Wrong(TermFault fault) implements Outcome {}

        /** Somebody has changed or removed it since they read it. */
        record Stale() implements Outcome {}
    }

    /** All of a kind, each before those below it. Three statements at most. */
    public List<Line> all(TermKind kind, Actor by) {
        Administrators.require(by, "arrange what content is described with");
        var tree = terms.all(kind);
        var uses = terms.uses(kind);
        return tree.placed().stream()
                .map(placed -> {
                    var term = placed.term();
                    var siblings = tree.children(Objects.requireNonNullElse(term.parent(), ""));
                    var at = siblings.indexOf(term);
                    return new Line(
                            term,
                            placed.depth(),
                            uses.getOrDefault(term.code(), Terms.Use.NONE),
                            at > 0 ? siblings.get(at - 1).code() : null,
                            at == siblings.size() - 1
                                    ? null
                                    : at + 2 < siblings.size()
                                            ? siblings.get(at + 2).code()
                                            : "");
                })
                .toList();
    }

    /** What has taken the place of a code that was changed or merged. */
    public Optional<String> now(TermKind kind, String code) {
        return formerCodes.now(kind.code(), code);
    }

    /** @param parent empty for the top */
    public Outcome add(TermKind kind, String parent, Written written, Actor by) {
        begin(by);
        var tree = terms.all(kind);
        var label = TermRules.label(Texts.none(), written);
        var code = written.code().isEmpty() ? rules.free(kind, written, tree) : written.code();
        var fault = rules.faultOf(kind, "", code, parent, label, written, tree).or(() -> tree.faultOfNew(parent));
        if (fault.isPresent()) {
            return new Outcome.Wrong(fault.get());
        }
        terms.add(kind, new Term(code, 0, parent.isEmpty() ? null : parent, label, written.traits()));
        terms.order(kind, codes(terms.all(kind)));
        return done(kind, "add-term", code, label.in(Texts.FALLBACK), List.of(), by);
    }

    /** What it is called, how it is drawn and where it is found; the address before leads on. */
    public Outcome change(TermKind kind, String code, long version, Written written, Actor by) {
        begin(by);
        return current(kind, code, version, (tree, term) -> {
            var label = TermRules.label(term.label(), written);
            var parent = Objects.requireNonNullElse(term.parent(), "");
            var wanted = written.code().isEmpty() ? code : written.code();
            var fault = rules.faultOf(kind, code, wanted, parent, label, written, tree);
            if (fault.isPresent()) {
                return new Outcome.Wrong(fault.get());
            }
            var affected = tree.within(code);
            terms.change(kind, new Term(code, version, term.parent(), label, written.traits()));
            if (!wanted.equals(code)) {
                terms.recode(kind, code, wanted);
                formerCodes.became(kind.code(), code, wanted);
                affected.set(0, wanted);
                audit.record(by, "readdress-term", kind.code(), NO_NUMBER, wanted, code + " → " + wanted);
            }
            if (label.equals(term.label()) && written.traits().equals(term.traits())) {
                return done(kind, wanted, affected);
            }
            var before = term.label().in(Texts.FALLBACK);
            return done(kind, "change-term", wanted, before + " → " + label.in(Texts.FALLBACK), affected, by);
        });
    }

    /** @param parent empty for the top @param before the sibling it then stands before; empty for the end */
    public Outcome move(TermKind kind, String code, long version, String parent, String before, Actor by) {
        begin(by);
        return current(kind, code, version, (tree, term) -> {
            var isElsewhere = !parent.equals(Objects.requireNonNullElse(term.parent(), ""));
            var fault = isElsewhere && !kind.isTree()
                    ? Optional.of(TermFault.UNKNOWN_PARENT)
                    : tree.faultOfMove(code, parent)
                            .or(() -> isElsewhere && tree.isCalledAlready(code, parent, term.label())
                                    ? Optional.of(TermFault.SAME_LABEL)
                                    : Optional.empty());
            if (fault.isPresent()) {
                return new Outcome.Wrong(fault.get());
            }
            if (isElsewhere) {
                terms.moveBelow(code, parent);
            }
            terms.order(kind, tree.orderAfter(code, parent, before));
            return done(
                    kind,
                    "move-term",
                    code,
                    isElsewhere
                            ? Objects.requireNonNullElse(term.parent(), "/") + " → " + (parent.isEmpty() ? "/" : parent)
                            : null,
                    isElsewhere ? tree.within(code) : List.of(),
                    by);
        });
    }

    /** What refers to the one refers to the other from now on; the one is gone, and its address leads to the other. */
    public Outcome merge(TermKind kind, String code, long version, String into, Actor by) {
        begin(by);
        return current(kind, code, version, (tree, term) -> {
            var fault = tree.faultOfMerge(code, into);
            if (fault.isPresent()) {
                return new Outcome.Wrong(fault.get());
            }
            var affected = new ArrayList<>(tree.within(code));
            affected.set(0, into);
            terms.merge(kind, code, into);
            formerCodes.became(kind.code(), code, into);
            terms.order(kind, codes(terms.all(kind)));
            return done(kind, "merge-term", into, code + " → " + into, affected, by);
        });
    }

    /** Only what nothing refers to can be removed. */
    public Outcome remove(TermKind kind, String code, long version, Actor by) {
        begin(by);
        return current(kind, code, version, (tree, term) -> {
            if (!tree.children(code).isEmpty()) {
                return new Outcome.Wrong(TermFault.HAS_CHILDREN);
            }
            if (terms.isReferredTo(kind, code)) {
                return new Outcome.Wrong(TermFault.IN_USE);
            }
            terms.remove(kind, code);
            formerCodes.forget(kind.code(), code);
            return done(kind, "remove-term", code, term.label().in(Texts.FALLBACK), List.of(), by);
        });
    }

    private void begin(Actor by) {
        Administrators.require(by, "arrange what content is described with");
        terms.oneByOne();
    }

    private Outcome current(TermKind kind, String code, long version, BiFunction<TermTree, Term, Outcome> act) {
        var tree = terms.all(kind);
        return tree.find(code)
                .filter(term -> term.version() == version)
                .map(term -> act.apply(tree, term))
                .orElseGet(Outcome.Stale::new);
    }

    private static List<String> codes(TermTree tree) {
        return tree.placed().stream().map(placed -> placed.term().code()).toList();
    }

    private Outcome done(
            TermKind kind, String action, String code, @Nullable String note, List<String> affected, Actor by) {
        audit.record(by, action, kind.code(), NO_NUMBER, code, note);
        return done(kind, code, affected);
    }

    /** What refers to it follows. */
    private Outcome done(TermKind kind, String code, List<String> affected) {
        if (!affected.isEmpty()) {
            outbox.addAll(SubjectKind.PRODUCT, terms.works(kind, affected));
            if (kind == TermKind.TOPIC) {
                outbox.addAll(SubjectKind.QUESTION, terms.questions(affected));
            }
        }
        contentRevision.advance();
        return new Outcome.Done(code);
    }
}
