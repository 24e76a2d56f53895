package vn.loa.questions;

import java.util.EnumSet;
import java.util.Set;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.taxonomy.Agency;

/**
 * Who may do what with questions: editors assign and answer, publishers publish and withdraw, both close; officers of communes see those of their place.
 * Somebody who is confined to a locality has to do with what was asked there or is given to an agency there, and with nothing else.
 */
final class QuestionPolicy {
    /** Those who are shown what is not public. */
    static final Set<Role> READERS = EnumSet.of(Role.EDITOR, Role.PUBLISHER, Role.COMMUNE_OFFICER);

    private QuestionPolicy() {}

    static void requireReader(Actor by) {
        require(by.roles().stream().anyMatch(READERS::contains), by, "read what citizens ask");
    }

    static boolean maySee(Actor by, Question question) {
        return by.roles().stream().anyMatch(READERS::contains) && covers(by, question);
    }

    static void requireEditor(Actor by, Question question) {
        require(by.is(Role.EDITOR) && covers(by, question), by, "answer question " + question.slug());
    }

    static void requirePublisher(Actor by, Question question) {
        require(by.is(Role.PUBLISHER) && covers(by, question), by, "publish question " + question.slug());
    }

    /** Whoever writes to its sender, or sees to its end. */
    static void requireKeeper(Actor by, Question question) {
        require(mayKeep(by) && covers(by, question), by, "close question " + question.slug());
    }

    static boolean mayKeep(Actor by) {
        return by.is(Role.EDITOR) || by.is(Role.PUBLISHER);
    }

    private static boolean covers(Actor by, Question question) {
        return !by.isConfined()
                || question.locality().filter(by::covers).isPresent()
                || question.agency()
                        .flatMap(Agency::locality)
                        .filter(by::covers)
                        .isPresent();
    }

    private static void require(boolean permitted, Actor by, String act) {
        if (!permitted) {
            throw new NotPermitted(by, act);
        }
    }
}
