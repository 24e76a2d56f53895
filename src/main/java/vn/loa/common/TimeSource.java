package vn.loa.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The clock everybody injects, so that tests can set it. */
@ApplicationScoped
public class TimeSource {
    /** Days, deadlines and programmes of a Vietnamese province are in this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The moment that clocks of the zone show so. */
    public static OffsetDateTime moment(LocalDateTime local) {
        return local.atZone(ZONE).toOffsetDateTime();
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.system(ZONE);
    }
}
