package vn.loa.archive.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.archive.BringArchive;
import vn.loa.archive.BringArchive.LineView;
import vn.loa.archive.BringArchive.View;
import vn.loa.archive.LineState;
import vn.loa.archive.RunState;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;

/** One archive: what it would do, how far it is, what came of it. */
@Named
@RequestScoped
public class ArchiveRunBacking {
    private static final int PERCENT = 100;

    @Inject
    private BringArchive archives;

    @Inject
    private FaultWords words;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private @Nullable View run;

    /** So many lines of which something is the case. */
    public record Count(String text, int number) {}

    /** Does what a form asks for, and reads how far it is. */
    public void begin() {
        if (sent.isSent()) {
            take();
        }
        run = archives.find(id(), user.require()).orElse(null);
        if (run == null) {
            absence.unknown();
        }
    }

    private void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("archive.expired"));
            return;
        }
        var isStop = sent.getButton().equals("dung");
        var isDone = isStop ? archives.stop(id(), user.require()) : archives.carryOut(id(), user.require());
        if (isDone) {
            sent.done(visit.text(isStop ? stopped() : "archive.begun"));
        } else {
            sent.refuse(visit.text("archive.stale"));
        }
    }

    /** That it was stopped, and whether something of it is there. */
    private String stopped() {
        return archives.find(id(), user.require())
                        .filter(view -> view.count(LineState.DONE) > 0)
                        .isPresent()
                ? "archive.stopped"
                : "archive.stopped.nothing";
    }

    private long id() {
        var name = visit.route("id");
        return name.matches("[0-9]{1,18}") ? Long.parseLong(name) : 0;
    }

    public @Nullable View getRun() {
        return run;
    }

    public boolean isUnderWay() {
        return run != null && run.state().isUnderWay();
    }

    /** Whether it waits for a word, and there is something to do. */
    public boolean isReady() {
        return run != null && run.state() == RunState.CHECKED && getLeft() > 0;
    }

    public boolean isStoppable() {
        return run != null && (run.state().isUnderWay() || run.state() == RunState.CHECKED);
    }

    /** Lines that are still to be carried out, or would be. */
    public int getLeft() {
        return run == null ? 0 : run.left();
    }

    /** How much of what is to be carried out is. */
    public int getPercent() {
        var ended = run == null ? 0 : run.count(LineState.DONE) + run.count(LineState.FAILED);
        return ended == 0 ? 0 : ended * PERCENT / (ended + getLeft());
    }

    /** Why nothing of it can be brought in, and what to do; empty when it can. */
    public String getProblem() {
        return run == null || run.problem() == null ? "" : visit.say("archive.problem." + run.problem(), run.detail());
    }

    /** That it waits for room, and since when; empty when it does not. */
    public String getWaiting() {
        return run == null || run.waitsSince() == null
                ? ""
                : visit.say("archive.waiting", visit.getWords().moment(run.waitsSince()));
    }

    public String getState() {
        return run == null ? "" : words.state(run);
    }

    /** The page of what a line is about; empty while there is none. */
    public String product(LineView line) {
        return line.product() == null ? "" : visit.href(Addresses.WORK_LIST + "/" + line.product());
    }

    /** What a line does or has done, in words. */
    public String about(LineView line) {
        return visit.text("archive.line." + line.state().code());
    }

    /** Lines without faults beyond those that are shown. */
    public int getUnshown() {
        return run == null
                ? 0
                : run.lines()
                        - run.count(LineState.FAULTY)
                        - run.count(LineState.FAILED)
                        - run.sound().size();
    }

    /** How many lines are in each state in which some are. */
    public List<Count> getCounts() {
        var counts = new ArrayList<Count>();
        for (var state : LineState.values()) {
            var number = run == null || isLeft(state) ? 0 : run.count(state);
            if (number > 0) {
                counts.add(new Count(visit.text("archive.line." + state.code()), number));
            }
        }
        if (run != null && run.state() == RunState.STOPPED && getLeft() > 0) {
            counts.add(new Count(visit.text("archive.line.left"), getLeft()));
        }
        return counts;
    }

    /** Whether lines in this state were not carried out, because it was stopped before. */
    private boolean isLeft(LineState state) {
        return run != null && run.state() == RunState.STOPPED && (state == LineState.NEW || state == LineState.CHANGED);
    }

    /** What is wrong with a line, in words. */
    public List<String> faults(LineView line) {
        return words.of(line);
    }

    /** Lines with faults beyond those that are shown. */
    public int getUntold() {
        return run == null
                ? 0
                : run.count(LineState.FAULTY)
                        + run.count(LineState.FAILED)
                        - run.faulty().size();
    }

    public String getReport() {
        return Addresses.ARCHIVE_FILES + "/bao-cao/" + id() + ".csv"
                + (visit.isLanguageChosen() ? "?hl=" + visit.getLanguage() : "");
    }

    public String getBack() {
        return visit.href(Addresses.ARCHIVES);
    }

    public String getAction() {
        return visit.getAddress().toString();
    }

    public String getToken() {
        return sent.token(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }
}
