package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PublicAddress;

/** Tells the hub of the feeds that have changed. */
@ApplicationScoped
public class TellHub {
    private static final int AT_ONCE = 25;

    @Inject
    private WebSubOutbox outbox;

    @Inject
    private WebSubSettings settings;

    @Inject
    private PublicAddress address;

    private @Nullable WebSubHub hub;

    /** Whether there is a hub, and full addresses to tell it. */
    boolean isPossible() {
        return settings.address().isPresent() && address.isKnown();
    }

    /**
     * One round, for some feeds. Holds neither a connection nor a row while the hub is told.
     *
     * @return whether more may be due
     * @throws InterruptedException when the portal ends meanwhile
     */
    boolean run() throws InterruptedException {
        var due = outbox.take(AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        List<String> feeds =
                due.stream().map(ping -> address.root() + ping.path()).toList();
        var failure = known().tell(feeds);
        // One row in each transaction: whoever publishes holds many of them.
        for (var ping : due) {
            if (failure.isPresent()) {
                outbox.failed(ping, failure.get());
            } else {
                outbox.done(ping);
            }
        }
        return failure.isEmpty() && due.size() == AT_ONCE;
    }

    private WebSubHub known() {
        var there = hub;
        if (there == null) {
            there = new WebSubHub(settings.address().orElseThrow());
            hub = there;
        }
        return there;
    }
}
