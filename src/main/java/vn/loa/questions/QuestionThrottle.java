package vn.loa.questions;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import vn.loa.accounts.AttemptLimit;
import vn.loa.accounts.Network;

/**
 * Slows down who sends questions by the dozen or tries tracking codes, network by network. Whole villages share an address of a mobile network, so a few
 * at once are nobody's fault.
 */
@ApplicationScoped
public class QuestionThrottle {
    static final int SENT_AT_ONCE = 20;
    static final int TRIED_AT_ONCE = 20;

    private static final Duration BETWEEN_SENT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TRIED = Duration.ofSeconds(10);
    private static final int MOST_KEYS = 10_000;

    private final AttemptLimit<Network> senders;
    private final AttemptLimit<Network> followers;

    QuestionThrottle() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    QuestionThrottle(TimeMeter clock) {
        senders = new AttemptLimit<>(SENT_AT_ONCE, BETWEEN_SENT, MOST_KEYS, clock);
        followers = new AttemptLimit<>(TRIED_AT_ONCE, BETWEEN_TRIED, MOST_KEYS, clock);
    }

    /** Counts a question; when there have been too many, it says how long to wait instead. */
    public Optional<Duration> send(Network from) {
        return senders.attempt(from);
    }

    /** Nothing new came in: the form had mistakes, or came a second time. That does not count. */
    public void nothingTaken(Network from) {
        senders.forgive(from);
    }

    /** Counts a tracking code; when there have been too many, it says how long to wait instead. */
    public Optional<Duration> follow(Network from) {
        return followers.attempt(from);
    }

    /** The code was a good one: that does not count. */
    public void known(Network from) {
        followers.forgive(from);
    }
}
