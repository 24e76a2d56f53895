package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.TimeSource;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.EditProgramme;
import vn.loa.programmes.EditProgramme.Mode;
import vn.loa.programmes.EditProgramme.Read;
import vn.loa.programmes.Week;
import vn.loa.programmes.log.AiredOutcome;
import vn.loa.programmes.log.ConfirmBroadcasts.Chosen;
import vn.loa.programmes.log.FileReport;
import vn.loa.programmes.log.LogDays;
import vn.loa.programmes.packages.PackProgramme;

/** Does what the buttons of an officer's first page ask for, each with one press. */
@RequestScoped
public class CommuneDeeds {
    private static final String AIRED = "da-phat";
    private static final String MISSED = "khong-phat";
    private static final String PUBLISH = "dang";
    private static final String PLAN = "xep";
    private static final String PACK = "dong-goi";
    private static final String FILED = "da-nop";
    private static final String NOT_FILED = "chua-nop";
    private static final String KNOWN = "commune.due.known";
    private static final Set<String> OWN = Set.of(AIRED, MISSED, PUBLISH, PLAN, PACK, FILED, NOT_FILED);

    @Inject
    private LogDeeds log;

    @Inject
    private EditProgramme editing;

    @Inject
    private PackProgramme packing;

    @Inject
    private FileReport filing;

    @Inject
    private PackageTalk packages;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private LogWords words;

    @Inject
    private SentForm sent;

    @Inject
    private Visit visit;

    @Inject
    private Clock clock;

    private List<String> lost = List.of();

    /** Whether one of these buttons was pressed; the page may have others. */
    boolean isSent() {
        return sent.isSent() && OWN.contains(sent.getButton()) || log.isSent();
    }

    /** @param unit name of the commune in addresses */
    void take(String unit, Actor by) {
        if (!forms.isTaken()) {
            return;
        }
        try {
            if (log.isSent()) {
                log.take(unit, by);
                return;
            }
            switch (sent.getButton()) {
                case AIRED -> confirm(unit, by);
                case MISSED -> miss(unit, by);
                case PACK -> pack(unit, by);
                case FILED, NOT_FILED -> file(unit, sent.getButton().equals(FILED), by);
                default -> week().ifPresentOrElse(week -> step(unit, week, by), this::nothing);
            }
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
        }
    }

    private void confirm(String unit, Actor by) {
        var one = sent.text("muc");
        var chosen = one.isEmpty()
                ? new Chosen(List.of(), LogForm.days(sent.all("ngay")))
                : new Chosen(List.of(one), List.of());
        log.confirm(unit, chosen, AiredOutcome.AIRED, KNOWN, by);
    }

    private void miss(String unit, Actor by) {
        log.confirm(unit, new Chosen(List.of(sent.text("khong")), List.of()), AiredOutcome.MISSED, KNOWN, by);
    }

    private void step(String unit, Week week, Actor by) {
        var read = new Read(unit, week, sent.number("ban"));
        if (sent.getButton().equals(PUBLISH)) {
            forms.tell(() -> editing.publish(read, by), "programme.published");
        } else {
            forms.tell(() -> editing.plan(read, Mode.FILL, by), "programme.planned");
        }
    }

    private void pack(String unit, Actor by) {
        var week = week();
        if (week.isEmpty()) {
            nothing();
            return;
        }
        // What was withdrawn since it was played keeps nothing from being packed.
        var first = week.get().ahead(LocalDate.ofInstant(clock.instant(), TimeSource.ZONE));
        var outcome = packing.want(unit, first, week.get().sunday(), Math.max(0, sent.number("co")), by);
        packages.tell(outcome);
        lost = packages.lost(outcome);
    }

    private void file(String unit, boolean filed, Actor by) {
        var month = LogDays.month(sent.line("thang"));
        if (month.isEmpty()) {
            nothing();
        } else if (filing.say(unit, month.get(), filed, by)) {
            sent.done(visit.say(
                    filed ? "commune.report.filed.done" : "commune.report.unfiled.done", words.month(month.get())));
        } else {
            sent.refuse(visit.text("commune.report.as-it-was"));
        }
    }

    private void nothing() {
        sent.refuse(visit.text("programme.nothing"));
    }

    private Optional<Week> week() {
        return Week.find(sent.line("tuan"));
    }

    /** What cannot be played of what was to be packed, in words. */
    List<String> lost() {
        return lost;
    }
}
