package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.syndication.DecideWhoEmbeds;
import vn.loa.syndication.DecideWhoEmbeds.Outcome;
import vn.loa.syndication.HiddenSites;

/** Does what the forms of the registry of embeds ask for. */
@RequestScoped
public class RegistryForms {
    static final String DECIDE = "dat";
    static final String ORIGINS = "goc";
    private static final String ALLOW = "cho-phep";
    private static final String HIDE = "an";
    private static final String SHOW = "hien";
    private static final String SITE = "trang-web";
    private static final String VERSION = "ban";

    @Inject
    private DecideWhoEmbeds decision;

    @Inject
    private HiddenSites hidden;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("registry.again"));
        } else if (!DecideWhoEmbeds.isFor(user.require())) {
            sent.refuse(visit.text("registry.not-permitted"));
        } else {
            switch (sent.getButton()) {
                case DECIDE -> decide();
                case ALLOW -> allow(sent.line(SITE));
                case HIDE -> hide(sent.line(SITE));
                case SHOW -> {
                    hidden.show(sent.line(SITE), user.require());
                    sent.done(visit.say("registry.shown-again", sent.line(SITE)));
                }
                default -> sent.refuse(visit.text("registry.again"));
            }
        }
    }

    private void decide() {
        var outcome = decision.decide(sent.text(ORIGINS).lines().toList(), sent.number(VERSION), user.require());
        if (outcome instanceof Outcome.Decided decided) {
            sent.done(
                    decided.origins() == 0
                            ? visit.text("registry.opened")
                            : visit.say("registry.decided", decided.origins()));
        } else {
            refuse(outcome, "registry.stale");
        }
    }

    private void allow(String origin) {
        var outcome = decision.allow(origin, user.require());
        if (outcome instanceof Outcome.Decided) {
            sent.done(visit.say("registry.allowed.now", origin));
        } else {
            refuse(outcome, "registry.allow.stale");
        }
    }

    private void refuse(Outcome outcome, String stale) {
        if (outcome instanceof Outcome.Unreadable unreadable) {
            sent.refuse(visit.say("registry.unreadable", String.join(" · ", unreadable.lines())));
        } else if (outcome instanceof Outcome.TooMany) {
            sent.refuse(visit.say("registry.too-many", DecideWhoEmbeds.MOST));
        } else {
            sent.refuse(visit.text(stale));
        }
    }

    private void hide(String origin) {
        if (hidden.hide(origin, user.require())) {
            sent.done(visit.say("registry.hidden.now", origin));
        } else {
            sent.refuse(visit.say("registry.unreadable", origin));
        }
    }

    String token() {
        return sent.token(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }
}
