package vn.loa.catalog;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.editorial.Act;
import vn.loa.editorial.PublicationState;
import vn.loa.taxonomy.Locality;

/**
 * Who may do what with products. Somebody who is confined to a locality touches only products all of whose localities lie within it,
 * before and after a change; a product without localities belongs to the whole province.
 */
final class ProductPolicy {
    /** Publishers do the others. */
    private static final Set<Act> EDITORS_ACTS = EnumSet.of(Act.SUBMIT, Act.TAKE_BACK, Act.REVISE);

    private ProductPolicy() {}

    /** Everybody who has to do with products before they are public: the others do not even learn which there are. */
    static void requireStaff(Actor by) {
        if (!isStaff(by)) {
            throw new NotPermitted(by, "work with products");
        }
    }

    /** @param where the localities of the new product */
    static void requireCreator(Actor by, List<Locality> where) {
        require(by.is(Role.EDITOR) && covers(by, where), by, "create products there");
    }

    static void requireEditor(Actor by, Product product) {
        require(mayEdit(by, product), by, "edit " + product.slug());
    }

    /** @param where the localities that the product shall have */
    static void requireEditor(Actor by, Product product, List<Locality> where) {
        requireEditor(by, product);
        require(covers(by, where), by, "move " + product.slug() + " there");
    }

    /** @param act which publishers do, or editors when it is theirs */
    static void requireActor(Actor by, Product product, Act act) {
        require(mayDo(by, product, act), by, act.code() + " " + product.slug());
    }

    /** What they may do to it, and can as it stands. */
    static Set<Act> acts(Actor by, Product product) {
        return Stream.of(Act.values())
                .filter(act -> product.publication().allows(act) && mayDo(by, product, act))
                .filter(act -> act != Act.PUT_BACK || product.isAsPublished())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }

    private static boolean mayDo(Actor by, Product product, Act act) {
        return by.is(EDITORS_ACTS.contains(act) ? Role.EDITOR : Role.PUBLISHER) && covers(by, product);
    }

    /** What presses comes first for the whole province, so who is confined to a part of it does not say so, not even of what is their own. */
    static void requirePresser(Actor by, Product product) {
        require(isPresser(by), by, "say how much " + product.slug() + " presses");
    }

    private static boolean isPresser(Actor by) {
        return by.is(Role.PUBLISHER) && !by.isConfined();
    }

    /** Whether they say how much it presses, as it stands: it must be public, or may still become so. */
    static boolean mayPress(Actor by, Product product) {
        var state = product.publication().state();
        return isPresser(by) && state != PublicationState.WITHDRAWN && state != PublicationState.ARCHIVED;
    }

    /** Whether they may rewrite it, once it is a draft. */
    static boolean mayEdit(Actor by, Product product) {
        return by.is(Role.EDITOR) && covers(by, product);
    }

    /** Whether they say what its pictures show: what the public sees already, a publisher says. */
    static boolean mayDescribe(Actor by, Product product) {
        return (by.is(Role.EDITOR) || by.is(Role.PUBLISHER)) && covers(by, product);
    }

    static void requireDescriber(Actor by, Product product) {
        require(mayDescribe(by, product), by, "describe the pictures of " + product.slug());
    }

    /** Whether they say who sees it through. */
    static boolean mayAssign(Actor by, Product product) {
        return (by.is(Role.EDITOR) || by.is(Role.PUBLISHER)) && covers(by, product);
    }

    static void requireAssigner(Actor by, Product product) {
        require(mayAssign(by, product), by, "say who sees " + product.slug() + " through");
    }

    static boolean mayReview(Actor by, Track track) {
        return by.reviews(track.language()) && covers(by, track.product());
    }

    static boolean mayKeepConsents(Actor by, Product product) {
        return (by.is(Role.EDITOR) || by.is(Role.PUBLISHER)) && covers(by, product);
    }

    /** What a person shown has said is noted by whoever hears it first, before anybody publishes or edits. */
    static void requireKeeperOfConsents(Actor by, Product product) {
        require(mayKeepConsents(by, product), by, "keep the consents of " + product.slug());
    }

    static void requireReviewer(Actor by, Track track) {
        require(
                mayReview(by, track),
                by,
                "review tracks in " + track.language() + " of "
                        + track.product().slug());
    }

    /** Before they are handed what tracks were made of, many at once: editors and publishers use it, others hear and see it on pages. */
    static void requireHanded(Actor by) {
        require(by.is(Role.EDITOR) || by.is(Role.PUBLISHER), by, "be handed the files of products");
    }

    /** Before anything is said of a product, be it that somebody else has changed it. */
    static void requireSight(Actor by, Product product) {
        require(maySee(by, product), by, "see " + product.slug());
    }

    /** Whether they are shown what is not public. */
    static boolean maySee(Actor by, Product product) {
        return isStaff(by) && covers(by, product);
    }

    /** Administrators look on: they answer for what others do, and change nothing of it. */
    private static boolean isStaff(Actor by) {
        return by.is(Role.EDITOR)
                || by.is(Role.LANGUAGE_REVIEWER)
                || by.is(Role.PUBLISHER)
                || by.is(Role.ADMINISTRATOR);
    }

    private static boolean covers(Actor by, Product product) {
        return !by.isConfined()
                || Stream.concat(Stream.of(product.current()), product.published().stream())
                        .allMatch(revision -> covers(by, revision.localities()));
    }

    private static boolean covers(Actor by, List<Locality> where) {
        return !by.isConfined() || (!where.isEmpty() && where.stream().allMatch(by::covers));
    }

    private static void require(boolean permitted, Actor by, String act) {
        if (!permitted) {
            throw new NotPermitted(by, act);
        }
    }
}
