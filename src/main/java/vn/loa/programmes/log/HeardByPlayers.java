package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Set;
import vn.loa.common.TimeSource;
import vn.loa.programmes.HeardUrgently;

/** Knows from the log what players have played to the end. Within the transaction of who asks. */
@ApplicationScoped
class HeardByPlayers implements HeardUrgently {
    @Inject
    private Broadcasts broadcasts;

    @Override
    public Set<Told> since(Collection<Long> places, LocalDateTime planned) {
        return broadcasts.playedToTheEnd(places, planned.atZone(TimeSource.ZONE).toInstant());
    }
}
