package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.ChosenProducts;
import vn.loa.catalog.ChosenProducts.Act;
import vn.loa.catalog.ChosenProducts.Back;
import vn.loa.catalog.ChosenProducts.Outcome;
import vn.loa.common.web.SentOnce;

/** Does to each of many what a form asks for once, though the form is sent again because its answer was lost: then it tells what came of it the first time. */
@RequestScoped
class ActsOnce {
    /** How an outcome is remembered: with the version since, and what was so before. */
    private static final Pattern REMEMBERED = Pattern.compile("done(?: ([0-9]+) (.*))?");

    @Inject
    private SentOnce once;

    @Inject
    private CurrentUser user;

    /** @param deed names what is done, with what goes with it */
    Act of(String deed, Act act) {
        return one -> once.part(
                user.require().name(),
                deed + " " + one.slug() + "." + one.version(),
                () -> act.to(one),
                outcome -> Optional.of(outcome).filter(Outcome::isDone).map(ActsOnce::written),
                before -> read(one, before));
    }

    private static String written(Outcome outcome) {
        var back = outcome.back();
        return ChosenProducts.DONE + (back == null ? "" : " " + back.version() + " " + back.former());
    }

    private static Outcome read(ChosenProducts.Chosen one, String written) {
        var back = REMEMBERED.matcher(written);
        return new Outcome(
                one,
                ChosenProducts.DONE,
                back.matches() && back.group(1) != null
                        ? new Back(Long.parseLong(back.group(1)), back.group(2))
                        : null);
    }
}
