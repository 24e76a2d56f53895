package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.log.CorrectBroadcast;
import vn.loa.programmes.log.CorrectBroadcast.Correction;
import vn.loa.programmes.log.CorrectBroadcast.Outcome;
import vn.loa.programmes.log.LogChoices;
import vn.loa.programmes.log.LogChoices.Choice;
import vn.loa.programmes.log.LogFault;
import vn.loa.programmes.log.StationLog;
import vn.loa.programmes.log.StationLog.Entry;
import vn.loa.taxonomy.Taxonomies;

/** One entry of an as-run log, for whoever corrects it: {@code /quan-tri/lich-phat/{code}/nhat-ky/{id}}. */
@Named
@RequestScoped
public class WorkBroadcastBacking {
    private static final String FIND = "tim";
    private static final int MOST_CHOICES = 20;

    @Inject
    private StationLog log;

    @Inject
    private CorrectBroadcast correcting;

    @Inject
    private LogChoices works;

    @Inject
    private Taxonomies taxonomies;

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

    private @Nullable Entry entry;
    private LogForm form = LogForm.begin("", "");
    private String reason = "";
    private List<Choice> choices = List.of();

    public void begin() {
        var found = forms.found(this::find);
        if (found.isEmpty()) {
            return;
        }
        show(found.get());
        if (sent.isSent()) {
            // Whatever keeps it from being taken, what was written stays.
            form = LogForm.sent(sent);
            reason = sent.line("ly-do");
        }
        if (forms.isTaken()) {
            if (sent.getButton().equals(FIND)) {
                find(sent.line("q"));
            } else {
                take();
            }
        }
    }

    private Optional<Entry> find() {
        var id = visit.route("id");
        return id.matches("[0-9]{1,18}")
                ? log.entry(visit.route("code"), Long.parseLong(id), user.require())
                : Optional.empty();
    }

    private void show(Entry found) {
        entry = found;
        form = kept();
    }

    /** The entry as it stands. */
    private LogForm kept() {
        var line = getEntry().line();
        return LogForm.of(line, forms.length(line.seconds()));
    }

    /** Other works that it may have been. */
    private void find(String words) {
        choices = works.find(words, MOST_CHOICES, user.require());
        if (choices.isEmpty()) {
            sent.refuse(visit.text("log.found.none"));
        }
    }

    private void take() {
        var strike = sent.getButton().equals("gach");
        // Who strikes it out, or takes that back, changes nothing else.
        var wanted = sent.getButton().equals("sua") ? form : kept();
        var faults = new ArrayList<LogFault>();
        var said = wanted.entry("sua", getEntry().code(), faults);
        if (said.isEmpty()) {
            sent.refuse(visit.text("log.wrong") + " " + words.faults(faults));
            return;
        }
        try {
            tell(correcting.correct(
                    getEntry().line().id(),
                    sent.number("ban"),
                    new Correction(said.get(), strike, reason),
                    user.require()));
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
        }
    }

    private void tell(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done) && !sent.line("chon").isEmpty()) {
            choices = works.find(sent.line("q"), MOST_CHOICES, user.require());
        }
        if (outcome instanceof Outcome.Done) {
            find().ifPresent(this::show);
            reason = "";
            sent.done(visit.text("log.corrected"));
        } else if (outcome instanceof Outcome.Stale) {
            sent.refuse(visit.text("programme.stale"));
        } else if (outcome instanceof Outcome.Same) {
            sent.refuse(visit.text("log.same"));
        } else if (outcome instanceof Outcome.NoReason) {
            sent.refuse(visit.text("log.reason.missing"));
        } else if (outcome instanceof Outcome.Refused refused) {
            sent.refuse(visit.text("log.wrong") + " " + words.faults(refused.faults()));
        } else {
            sent.refuse(visit.text("programme.nothing"));
        }
    }

    public boolean isThere() {
        return entry != null;
    }

    /** What is odd about it, in words. */
    public List<String> getDoubts() {
        var told = getEntry().told();
        var said = told == null
                ? ""
                : visit.getWords().numbers(told.toLocalDate()) + " "
                        + visit.getWords().second(told);
        return getEntry().doubts().stream()
                .sorted()
                .map(doubt -> visit.say("log.doubt." + doubt.code() + ".hint", said))
                .toList();
    }

    public Entry getEntry() {
        return Objects.requireNonNull(entry, "there is no such entry");
    }

    public LogForm getForm() {
        return form;
    }

    /** Works that were found, to be chosen. */
    public List<Choice> getChoices() {
        return choices;
    }

    /** Why it is corrected, as far as it was written and not taken. */
    public String getReason() {
        return reason;
    }

    public List<Taxonomies.LanguageItem> getLanguages() {
        return taxonomies.languagesOfWorks();
    }

    /** Back to the month. */
    public String getBack() {
        return words.at(
                Addresses.PROGRAMMES_AT_WORK + "/" + getEntry().code() + "/" + Addresses.LOG_BOOK,
                YearMonth.from(getEntry().line().local()));
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
