package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.packages.PackProgramme.Outcome;
import vn.loa.programmes.packages.PackageState;
import vn.loa.programmes.packages.PackageView;

/** Says to whoever wants a package what came of it, and what to do when nothing has. */
@RequestScoped
public class PackageTalk {
    @Inject
    private LostWords words;

    @Inject
    private SentForm sent;

    @Inject
    private Visit visit;

    void tell(Outcome outcome) {
        if (outcome instanceof Outcome.Wanted wanted) {
            tell(wanted.view(), wanted.left().size());
        } else if (outcome instanceof Outcome.Missing missing) {
            sent.refuse(visit.say(
                    "package.refused.missing",
                    missing.weeks().stream()
                            .map(week -> visit.say("package.refused.week", week.number()))
                            .collect(Collectors.joining(", "))));
        } else if (outcome instanceof Outcome.Incomplete incomplete) {
            sent.refuse(
                    visit.say("package.refused.incomplete", incomplete.lost().size()));
        } else if (outcome instanceof Outcome.TooLarge large) {
            sent.refuse(visit.say("package.refused.large", visit.getWords().size(large.bytes())));
        } else if (outcome instanceof Outcome.UnknownSince) {
            sent.refuse(visit.text("package.refused.since"));
        } else if (outcome instanceof Outcome.Busy) {
            sent.refuse(visit.text("package.refused.busy"));
        } else {
            sent.refuse(visit.text("package.refused.nothing"));
        }
    }

    private void tell(PackageView view, int left) {
        if (view.state() == PackageState.REFUSED) {
            sent.refuse(problem(view));
        } else {
            var done = visit.text(view.state() == PackageState.WAITING ? "package.wanted" : "package.there");
            sent.done(left == 0 ? done : done + " " + visit.say("package.left", left));
        }
    }

    static boolean isWaiting(PackageView view) {
        return view.state() == PackageState.WAITING;
    }

    /** Whether a station that has it plays what it should not. */
    static boolean isStale(PackageView view) {
        return view.state() == PackageState.READY && (view.withdrawn() || view.outdated());
    }

    /** Why one could not be made; empty when it could. */
    String problem(PackageView view) {
        var problem = view.problem();
        return problem == null ? "" : visit.text("package.problem." + problem.code());
    }

    /** What cannot be played, or has no room and is not in what is packed; nothing when neither is so. */
    List<String> lost(Outcome outcome) {
        var lost = outcome instanceof Outcome.Incomplete incomplete
                ? incomplete.lost()
                : outcome instanceof Outcome.Wanted wanted ? wanted.left() : List.<Lost>of();
        return lost.stream().map(words::line).toList();
    }
}
