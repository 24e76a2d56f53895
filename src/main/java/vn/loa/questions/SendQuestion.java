package vn.loa.questions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.FormSecret;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** Takes in what citizens ask. Nothing is known of them but what they write. */
@ApplicationScoped
@Transactional
public class SendQuestion {
    /** As the audit trail calls whoever sends something. */
    static final String CITIZEN = "citizen";

    private static final int SHORTEST = 10;

    @Inject
    private Questions questions;

    @Inject
    private Topics topics;

    @Inject
    private Localities localities;

    @Inject
    private FormSecret secret;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What came of it. */
    public sealed interface Outcome {
        /** Whether something is kept that was not there before. */
        default boolean isNew() {
            return this instanceof Taken taken && !taken.again();
        }

        /**
         * @param code shown to its sender this once
         * @param again whether it had come in before, and nothing new is kept
         */
        record Taken(TrackingCode code, boolean again) implements Outcome {}

        /**
         * Nothing is kept.
         *
         * @param places names of those that may be meant, when it is not clear which
         */
        record Refused(List<Fault> faults, List<String> places) implements Outcome {}
    }

    /** Takes it in, if nothing is wrong with it. @param form what makes this form another than all others; null when every sending counts */
    public Outcome send(Sent sent, @Nullable String form) {
        var faults = new ArrayList<Fault>();
        words(sent, faults);
        var topic = topic(sent, faults);
        var places = sent.place().isEmpty()
                ? List.<Locality>of()
                : PlaceSought.of(sent.place(), localities.all()).units();
        if (!sent.place().isEmpty() && places.size() != 1) {
            faults.add(places.isEmpty() ? Fault.PLACE_UNKNOWN : Fault.PLACE_UNCLEAR);
        }
        if (!sent.consent()) {
            faults.add(Fault.CONSENT_MISSING);
        }
        if (!faults.isEmpty()) {
            return new Outcome.Refused(
                    List.copyOf(faults),
                    places.size() > 1
                            ? places.stream().map(PlaceSought::withinParent).toList()
                            : List.of());
        }
        var code = form == null
                ? TrackingCode.random()
                : TrackingCode.of(secret.bytes(), form + "\n" + sent.text() + "\n" + sent.contact());
        questions.await(code);
        var again = questions.find(code).isPresent();
        if (!again) {
            keep(sent, code, topic.orElse(null), places.stream().findFirst().orElse(null));
        }
        return new Outcome.Taken(code, again);
    }

    private static void words(Sent sent, List<Fault> faults) {
        if (sent.text().isEmpty()) {
            faults.add(Fault.TEXT_MISSING);
        } else if (sent.text().length() > Sent.LONGEST_TEXT) {
            faults.add(Fault.TEXT_LONG);
        } else if (sent.text().codePoints().filter(Character::isLetter).count() < SHORTEST) {
            faults.add(Fault.TEXT_SHORT);
        }
        if (sent.contact().length() > Sent.LONGEST_CONTACT) {
            faults.add(Fault.CONTACT_LONG);
        }
    }

    private Optional<Topic> topic(Sent sent, List<Fault> faults) {
        var topic = sent.topic().isEmpty() ? Optional.<Topic>empty() : topics.find(sent.topic());
        if (topic.isEmpty() && !sent.topic().isEmpty()) {
            faults.add(Fault.TOPIC_UNKNOWN);
        }
        return topic;
    }

    private void keep(Sent sent, TrackingCode code, @Nullable Topic topic, @Nullable Locality place) {
        var question = new Question(code, topic, place, sent.publishable(), false, clock.instant());
        questions.add(question);
        questions.add(
                new Letter(question.requireId(), sent.text(), sent.contact().isEmpty() ? null : sent.contact()));
        audit.record(CITIZEN, "receive", question.kind().code(), question.requireId(), question.slug(), null);
    }
}
