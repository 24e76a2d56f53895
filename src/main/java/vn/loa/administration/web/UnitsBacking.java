package vn.loa.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.EditOutcome;
import vn.loa.administration.ImportUnits;
import vn.loa.administration.UnitDays;
import vn.loa.administration.UnitFault;
import vn.loa.administration.UnitReport;
import vn.loa.administration.Units.Line;
import vn.loa.administration.WaitingUnits.Checked;
import vn.loa.common.Page;
import vn.loa.common.PlainText;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Paging;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;

/** The administrative units, and what a table would change of them: {@code /quan-tri/dia-ban}. */
@Named
@RequestScoped
public class UnitsBacking {
    private static final int SIZE = 50;
    private static final String NOTICE = "bao";
    private static final String BAD_DAY = "ngay-sai";
    private static final Set<String> NOTICES = Set.of("het-han", "khong-tep", BAD_DAY);

    /** The fields for days: of units of today, and of those that are no more. */
    static final List<String> DAYS = List.of("tu", "cu-tu", "cu-den");

    @Inject
    private ImportUnits units;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private Page<Line> lines = Page.empty(1, SIZE);
    private Paging paging = Paging.none();
    private @Nullable Checked checked;
    private boolean allowed = true;

    /** Does what a form asks for, and reads the list and what waits. */
    public void begin() {
        try {
            var by = user.require();
            if (sent.isSent()) {
                take();
            }
            checked = units.checked(by).orElse(null);
            lines = units.page(getSought(), Paging.number(visit.parameter(Paging.PARAMETER)), SIZE, by);
            paging = Paging.of(lines, list());
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
    }

    /** The address of the list, without what came of sending a file. */
    private Address list() {
        var address = visit.getAddress().without(NOTICE);
        for (var name : DAYS) {
            address = address.without(name);
        }
        return address;
    }

    private void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
            return;
        }
        var by = user.require();
        var isCarriedOut = sent.getButton().equals("nhap");
        var outcome = isCarriedOut ? units.carryOut(sent.line("bang"), by) : units.drop(by);
        if (outcome instanceof EditOutcome.Done) {
            sent.done(visit.text(isCarriedOut ? "units.carried-out" : "units.dropped"));
        } else {
            sent.refuse(visit.text("units.stale"));
        }
    }

    public boolean isAllowed() {
        return allowed;
    }

    public Page<Line> getLines() {
        return lines;
    }

    public Paging getPaging() {
        return paging;
    }

    /** What the table that waits would do; null when there is none. */
    public @Nullable UnitReport getReport() {
        return checked == null ? null : checked.report();
    }

    public String getFileName() {
        return checked == null ? "" : checked.fileName();
    }

    /** By which a form names the table that its sender has seen. */
    public String getMark() {
        return checked == null ? "" : checked.mark();
    }

    public String getSought() {
        return PlainText.line(visit.parameter("q"));
    }

    /** What came of sending a file, when it could not be taken; empty otherwise. */
    public String getNotice() {
        var notice = visit.parameter(NOTICE);
        return NOTICES.contains(notice) ? visit.text("units.notice." + notice) : "";
    }

    /** What a field for a day holds: what was written and not taken, or goes along with another form; else the days of the table that waits. */
    public String day(String name) {
        if (sent.has(name)) {
            return sent.line(name);
        }
        if (!getNotice().isEmpty()
                && DAYS.stream().anyMatch(each -> !visit.parameter(each).isEmpty())) {
            return visit.parameter(name);
        }
        var days = checked == null ? UnitDays.OF_2025 : checked.days();
        var day = switch (name) {
            case "tu" -> days.unitsFrom();
            case "cu-tu" -> days.formerFrom();
            default -> days.formerUntil();
        };
        return day.toString();
    }

    /** Whether it is because of this field that a file was not taken. */
    public boolean isWrong(String name) {
        return visit.parameter(NOTICE).equals(BAD_DAY) && !ImportUnits.isDay(day(name));
    }

    /** What is wrong, in words. */
    public String words(UnitFault fault) {
        var what = visit.say("units.fault." + fault.kind().code(), fault.detail());
        return fault.line() == 0 ? what : visit.say("units.line", fault.line(), what);
    }

    /** Those that are told of faults beside others that are not. */
    public int getUntold() {
        var report = getReport();
        return report == null ? 0 : report.allFaults() - report.faults().size();
    }

    public List<String> getExamples() {
        var report = getReport();
        return report == null ? List.of() : report.examples();
    }

    /** Where the form sends a file. */
    public String getTarget() {
        return Addresses.UNIT_FILE;
    }

    public String getAction() {
        return visit.href("/quan-tri/dia-ban");
    }

    public String getToken() {
        return sent.token(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }
}
