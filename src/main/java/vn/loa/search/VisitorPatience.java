package vn.loa.search;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;

/** How long the visitor of this request has waited for the search server: all its questions together may last as long as the setting says, not each. */
@RequestScoped
public class VisitorPatience {
    private final boolean endless;
    private Duration waited = Duration.ZERO;

    /** Of a visitor who has not waited yet. */
    public VisitorPatience() {
        this(false);
    }

    private VisitorPatience(boolean endless) {
        this.endless = endless;
    }

    /** Of whoever asks without being a visitor. */
    static VisitorPatience endless() {
        return new VisitorPatience(true);
    }

    /** @return what is left of so much; nothing, or less, when it was waited for already */
    Duration left(Duration inAll) {
        return inAll.minus(waited);
    }

    void spend(Duration more) {
        if (!endless) {
            waited = waited.plus(more);
        }
    }
}
