package vn.loa.home.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Visit;
import vn.loa.home.Desk;
import vn.loa.home.Desks;

/** The front page of the back office. */
@Named
@RequestScoped
public class DeskBacking {
    @Inject
    private Desks desks;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable Desk desk;

    public void load() {
        desk = desks.of(user.require(), user.session());
    }

    public Desk getDesk() {
        return Objects.requireNonNull(desk, "the desk is not loaded yet");
    }

    /** What somebody did, in words. */
    public String deed(String action) {
        return visit.textOr("deed." + action, "deed.other");
    }

    /** How far away a deadline is, in words. */
    public String when(Desk.Due due) {
        var days = Math.abs(due.days());
        if (due.late() || due.days() < 0) {
            return days == 0 ? visit.text("desk.due.today") : visit.say("desk.due.over", days);
        }
        return days == 0 ? visit.text("desk.due.today") : visit.say("desk.due.in", days);
    }

    /** How much of a promise is kept, in words. */
    public String kept(Desk.Due due) {
        return due.promised() == null
                ? visit.say("desk.due.published", due.published())
                : visit.say("desk.due.kept", due.published(), due.promised());
    }
}
