package vn.loa.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;

/** Writes down what is done to works, and brings the news of it to those who follow; both join the transaction of the deed. */
@ApplicationScoped
public class Chronicle {
    @Inject
    private AuditTrail audit;

    @Inject
    private Event<Published> published;

    @Inject
    private Event<Revised> revised;

    @Inject
    private Event<Withdrawn> withdrawn;

    /** @param action a verb of the domain, for example {@code publish} */
    public void record(Work work, String action, Actor by, @Nullable String note) {
        audit.record(by, action, work.kind().code(), work.requireId(), work.slug(), note);
    }

    /** Its caller has flushed what is public from now on. */
    public void published(Work work) {
        published.fire(new Published(work.kind(), work.requireId(), work.slug()));
    }

    public void revised(Work work) {
        revised.fire(new Revised(work.kind(), work.requireId(), work.slug()));
    }

    /** Its caller has flushed what is public no longer. */
    public void withdrawn(Work work) {
        withdrawn.fire(new Withdrawn(work.kind(), work.requireId(), work.slug()));
    }
}
