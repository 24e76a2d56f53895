package vn.loa.plans;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.editorial.Act;
import vn.loa.editorial.Publication;
import vn.loa.editorial.PublicationState;
import vn.loa.taxonomy.Locality;

/** Who may do what with plans. Somebody who is confined to a locality touches only plans for places within it, before and after a change. */
final class PlanPolicy {
    /** Publishers do the others. */
    private static final Set<Act> EDITORS_ACTS = EnumSet.of(Act.SUBMIT, Act.TAKE_BACK, Act.REVISE);

    /** Plans are published when that is decided, not later. */
    private static final Set<Act> NOT_OF_PLANS = EnumSet.of(Act.SCHEDULE, Act.UNSCHEDULE);

    private PlanPolicy() {}

    /** What they may do to it, and can as it stands. */
    static Set<Act> acts(Actor by, Plan plan) {
        return Stream.of(Act.values())
                .filter(act -> !NOT_OF_PLANS.contains(act) && plan.publication().allows(act) && mayDo(by, plan, act))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }

    private static boolean mayDo(Actor by, Plan plan, Act act) {
        return EDITORS_ACTS.contains(act)
                ? mayEdit(by, plan)
                : mayPublish(by, plan) || mayEdit(by, plan) && isAboutDraft(plan.publication(), act);
    }

    /** Whether a draft that the public has never seen is put away, or taken out again: that concerns nobody but those who write it. */
    private static boolean isAboutDraft(Publication publication, Act act) {
        return publication.publishedAt().isEmpty()
                && (act == Act.ARCHIVE || act == Act.RETURN && publication.state() == PublicationState.ARCHIVED);
    }

    /** @param act which publishers do, or editors when it is theirs */
    static void requireActor(Actor by, Plan plan, Act act) {
        require(mayDo(by, plan, act), by, act.code() + " the plan " + plan.slug());
    }

    /** Everybody who has to do with plans before they are public: the others do not even learn which there are. */
    static void requireStaff(Actor by) {
        require(isStaff(by), by, "work with plans");
    }

    /** Before a document is read that says which place it is for. */
    static void requireImporter(Actor by) {
        require(isEditor(by), by, "import plans");
    }

    /** Before anything is said of what a plan names that there is not yet. */
    static void requireWriter(Actor by) {
        require(isEditor(by), by, "write plans");
    }

    /** Whether they write plans of some place. */
    static boolean isEditor(Actor by) {
        return by.is(Role.EDITOR);
    }

    /** Before anything is said of a plan, be it that somebody else has changed it. */
    static void requireSight(Actor by, Plan plan) {
        require(maySee(by, plan), by, "see the plan " + plan.slug());
    }

    /** Whether they are shown what is not public. */
    static boolean maySee(Actor by, Plan plan) {
        return isStaff(by) && covers(by, plan);
    }

    /** Whether their plans may name this one: what the public knows, or what they are shown. */
    static boolean mayName(Actor by, Plan plan) {
        return plan.publication().isOnline() || maySee(by, plan);
    }

    static boolean mayEdit(Actor by, Plan plan) {
        return isEditor(by) && covers(by, plan);
    }

    static boolean mayPublish(Actor by, Plan plan) {
        return by.is(Role.PUBLISHER) && covers(by, plan);
    }

    /** Administrators look on: they answer for what others do, and change nothing of it. */
    private static boolean isStaff(Actor by) {
        return isEditor(by) || by.is(Role.PUBLISHER) || by.is(Role.ADMINISTRATOR);
    }

    /** @param where the place that the plan is, or shall be, for */
    static void requireEditor(Actor by, Locality where) {
        require(isEditor(by) && by.covers(where), by, "edit plans there");
    }

    static void requireEditor(Actor by, Plan plan) {
        require(mayEdit(by, plan), by, "edit the plan " + plan.slug());
    }

    static void requirePublisher(Actor by, Plan plan) {
        require(mayPublish(by, plan), by, "publish the plan " + plan.slug());
    }

    private static boolean covers(Actor by, Plan plan) {
        return by.covers(plan.current().locality())
                && plan.published().stream().allMatch(revision -> by.covers(revision.locality()));
    }

    private static void require(boolean permitted, Actor by, String act) {
        if (!permitted) {
            throw new NotPermitted(by, act);
        }
    }
}
