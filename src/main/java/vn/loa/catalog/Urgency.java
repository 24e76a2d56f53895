package vn.loa.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much a product presses, and until when. {@link UrgentProducts} writes it, past the version of the product. */
@Embeddable
class Urgency {
    /** The ordinal of a {@link Priority}: lists come in the order of this. */
    @Column(name = "urgency")
    private int level = Priority.NORMAL.ordinal();

    @Column(name = "urgent_until")
    private @Nullable Instant until;

    /** What does not press. */
    protected Urgency() {}

    /** It presses no more. */
    void calm() {
        level = Priority.NORMAL.ordinal();
        until = null;
    }

    /** At this moment. */
    Priority at(Instant now) {
        return until != null && until.isAfter(now) ? Priority.values()[level] : Priority.NORMAL;
    }

    /** Until when it presses, or has; empty when it is normal. */
    Optional<Instant> until() {
        return Optional.ofNullable(until);
    }
}
