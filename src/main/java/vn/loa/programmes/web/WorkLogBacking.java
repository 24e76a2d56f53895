package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Page;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Paging;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.programmes.log.AiredOutcome;
import vn.loa.programmes.log.ConfirmBroadcasts.Chosen;
import vn.loa.programmes.log.DueBroadcasts;
import vn.loa.programmes.log.DueBroadcasts.Due;
import vn.loa.programmes.log.DueDay;
import vn.loa.programmes.log.LogChoices;
import vn.loa.programmes.log.LogChoices.Choice;
import vn.loa.programmes.log.LogDay;
import vn.loa.programmes.log.LogDoubt;
import vn.loa.programmes.log.LogDoubts.Marks;
import vn.loa.programmes.log.LogFault;
import vn.loa.programmes.log.LogFile;
import vn.loa.programmes.log.LogFiles;
import vn.loa.programmes.log.LogLine;
import vn.loa.programmes.log.LogOrigin;
import vn.loa.programmes.log.StationLog;
import vn.loa.programmes.log.StationLog.Head;
import vn.loa.programmes.log.WriteLog;
import vn.loa.programmes.log.WriteLog.Result;

/** The as-run log of a commune in a month, for whoever keeps it: {@code /quan-tri/lich-phat/{code}/nhat-ky}. */
@Named
@RequestScoped
public class WorkLogBacking {
    private static final Set<String> WRITING = Set.of("tim", "ghi");
    private static final int MOST_CHOICES = 20;
    private static final int SIZE = 60;
    private static final int MOST_DUE = 120;
    private static final String KEYS = "tay ";

    /** In the address, with {@code an}: what is struck out is not shown. */
    private static final String STRUCK = "gach-bo";

    private static final String HIDDEN = "an";

    @Inject
    private StationLog log;

    @Inject
    private DueBroadcasts waiting;

    @Inject
    private LogChoices works;

    @Inject
    private WriteLog write;

    @Inject
    private LogDeeds deeds;

    @Inject
    private LogFiles files;

    @Inject
    private LogWords words;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable Head head;
    private Page<LogLine> lines = Page.empty(1, SIZE);
    private Marks marks = Marks.NONE;
    private long struck;
    private List<Due> due = List.of();
    private List<Choice> choices = List.of();
    private @Nullable LogFile file;
    private LogForm form = LogForm.begin("", "");
    private String key = "";

    public void begin() {
        var by = user.require();
        var code = visit.route("code");
        var month = words.asked(log.thisMonth());
        var found = forms.found(() -> log.head(code, month, by));
        if (found.isEmpty()) {
            return;
        }
        head = found.get();
        form = blank();
        key = UUID.randomUUID().toString();
        if (isWriting()) {
            // Whatever keeps it from being taken, what was written stays.
            form = LogForm.sent(sent);
            key = sentKey();
        }
        if (forms.isTaken()) {
            take(found.get());
            if (FacesContext.getCurrentInstance().getResponseComplete()) {
                return;
            }
            log.head(code, month, by).ifPresent(now -> head = now);
        }
        lines = log.lines(code, month, !isStruckHidden(), Paging.number(visit.parameter(Paging.PARAMETER)), SIZE, by);
        marks = log.marks(code, month, lines.items(), by);
        struck = log.struck(code, month, by);
        due = waiting.of(code, by);
        deeds.load(code, by);
        if (visit.parameter("tep").matches("[0-9]{1,18}")) {
            file = files.find(getHead().code(), Long.parseLong(visit.parameter("tep")), by)
                    .orElse(null);
        }
    }

    /** Whether an entry was sent, or what it could be about is looked for. */
    private boolean isWriting() {
        return sent.isSent() && WRITING.contains(sent.getButton());
    }

    private LogForm blank() {
        var now = log.now();
        return LogForm.begin(
                now.toLocalDate().toString(),
                now.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
    }

    private void take(Head before) {
        try {
            if (deeds.isSent()) {
                deeds.take(before.code(), user.require());
                return;
            }
            switch (sent.getButton()) {
                case "da-phat" -> confirm(before, AiredOutcome.AIRED);
                case "khong-phat" -> confirm(before, AiredOutcome.MISSED);
                case "tim" -> search();
                case "ghi" -> enter(before);
                default -> sent.refuse(visit.text("programme.nothing"));
            }
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
        }
    }

    private void confirm(Head before, AiredOutcome outcome) {
        var chosen = new Chosen(sent.all("muc"), LogForm.days(sent.all("ngay")));
        deeds.confirm(before.code(), chosen, outcome, "log.due.none-chosen", user.require());
    }

    private void search() {
        choices = works.find(sent.line("q"), MOST_CHOICES, user.require());
        if (choices.isEmpty()) {
            sent.refuse(visit.text("log.found.none"));
        }
    }

    private String sentKey() {
        return SentOnce.isKey(sent.line("khoa")) ? sent.line("khoa") : key;
    }

    private void enter(Head before) {
        var faults = new ArrayList<LogFault>();
        var entry = form.entry(KEYS + key, before.code(), faults);
        if (entry.isPresent()) {
            var taken = write.append(List.of(entry.get()), LogOrigin.HAND, user.require())
                    .get(0);
            if (taken.result() != Result.REFUSED) {
                sent.done(visit.text(taken.result() == Result.STORED ? "log.entered" : "log.known"));
                form = blank();
                key = UUID.randomUUID().toString();
                return;
            }
            faults.addAll(taken.faults());
        }
        sent.refuse(visit.text("log.wrong") + " " + words.faults(faults));
        choices = works.find(sent.line("q"), MOST_CHOICES, user.require());
    }

    public boolean isThere() {
        return head != null;
    }

    public Head getHead() {
        return Objects.requireNonNull(head, "there is no such commune");
    }

    public Page<LogLine> getLines() {
        return lines;
    }

    /** The same day by day, the latest first. */
    public List<LogDay> getDays() {
        return LogDay.of(lines.items());
    }

    /** How many entries of the month are struck out. */
    public long getStruck() {
        return struck;
    }

    public boolean isStruckHidden() {
        return visit.parameter(STRUCK).equals(HIDDEN);
    }

    /** The same month with what is struck out, or without it. */
    public String getOther() {
        var month = Address.of(path()).with(Addresses.MONTH, month().toString());
        return visit.link(isStruckHidden() ? month : month.with(STRUCK, HIDDEN));
    }

    /** Whether what was said of planned broadcasts was not taken, so that it stays as it was ticked and written. */
    public boolean isSayingRefused() {
        return sent.isRefused("da-phat") || sent.isRefused("khong-phat");
    }

    /** Of what was planned and nobody has said anything of, the latest, day by day; the latest day first. */
    public List<DueDay> getDue() {
        return DueDay.of(due.subList(Math.max(0, due.size() - MOST_DUE), due.size()));
    }

    public int getWaiting() {
        return due.size();
    }

    public List<Choice> getChoices() {
        return choices;
    }

    /** What came of the table that was brought in; null when none was. */
    public @Nullable LogFile getFile() {
        return file;
    }

    /** Whether somebody sent a form for a table without any. */
    public boolean isFileMissing() {
        return visit.parameter("tep").equals(LogFileServlet.NO_FILE);
    }

    public LogForm getForm() {
        return form;
    }

    /** By which the form is known when it is sent again. */
    public String getKey() {
        return key;
    }

    public String getToday() {
        return log.now().toLocalDate().toString();
    }

    private YearMonth month() {
        return getHead().month();
    }

    private String path() {
        return Addresses.PROGRAMMES_AT_WORK + "/" + getHead().code() + "/" + Addresses.LOG_BOOK;
    }

    /** The month before. */
    public String getBefore() {
        return words.at(path(), month().minusMonths(1));
    }

    /** The month after; empty when it has not begun. */
    public String getAfter() {
        return month().isBefore(log.thisMonth()) ? words.at(path(), month().plusMonths(1)) : "";
    }

    /** What is odd about an entry, in no order. */
    public List<LogDoubt> doubts(LogLine line) {
        return marks.doubts(line.id()).stream().sorted().toList();
    }

    /** Whether an entry was heard of an emergency. */
    public boolean isUrgent(LogLine line) {
        return marks.urgent().contains(line.id());
    }

    /** Where an entry is corrected. */
    public String at(LogLine line) {
        return visit.link(Address.of(path() + "/" + line.id()));
    }

    /** To other pages of the month. */
    public Paging getPaging() {
        var month = Address.of(path()).with(Addresses.MONTH, month().toString());
        return Paging.of(lines, isStruckHidden() ? month.with(STRUCK, HIDDEN) : month);
    }

    /** The log of the month as a file. @param ending pdf or xlsx */
    public String paper(String ending) {
        return visit.href(Addresses.LOG_FILES + "/" + getHead().code() + "/" + month() + "." + ending);
    }

    /** Where tables are sent. */
    public String getTables() {
        return visit.href(Addresses.LOG_FILES + "/gui/" + getHead().code());
    }

    public String getStation() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getHead().code()));
    }

    public String getAction() {
        return visit.getAddress().without("tep").toString();
    }
}
