package vn.loa.media.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.loa.accounts.Network;

/**
 * How many answers may be under way, from before they are opened until their last byte is taken. When half of the places are taken, one network may
 * have a quarter. Safe for use by many threads.
 */
final class Places {
    private static final int SHARE = 4;

    private final int most;
    private final Map<Network, Integer> taken = new HashMap<>();
    private int all;

    /** @param most answers at once, at least one */
    Places(int most) {
        this.most = most;
    }

    /** One of them; whoever has it gives it back, once or more often. */
    final class Place implements AutoCloseable {
        private final Network network;
        private final AtomicBoolean free = new AtomicBoolean();

        private Place(Network network) {
            this.network = network;
        }

        @Override
        public void close() {
            if (free.compareAndSet(false, true)) {
                giveBack(network);
            }
        }
    }

    /** A place for one more of a network; empty when there is none for it. */
    synchronized Optional<Place> take(Network network) {
        var own = taken.getOrDefault(network, 0);
        if (all >= most || (all >= (most + 1) / 2 && own >= Math.max(1, most / SHARE))) {
            return Optional.empty();
        }
        all++;
        taken.put(network, own + 1);
        return Optional.of(new Place(network));
    }

    private synchronized void giveBack(Network network) {
        all--;
        taken.computeIfPresent(network, (known, own) -> own > 1 ? own - 1 : null);
    }
}
