package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.log.AiredOutcome;
import vn.loa.programmes.log.ConfirmBroadcasts;
import vn.loa.programmes.log.ConfirmBroadcasts.Chosen;
import vn.loa.programmes.log.CorrectBroadcast;
import vn.loa.programmes.log.LogEntry;
import vn.loa.programmes.log.LogFault;
import vn.loa.programmes.log.LogPress;
import vn.loa.programmes.log.LogPresses;

/** Does with the log what takes one press on several pages: says of many planned broadcasts what became of them, takes that back, and strikes out many entries. */
@Named("logDeeds")
@RequestScoped
public class LogDeeds {
    private static final String UNDO = "hoan-tac-ghi";
    private static final String STRIKE = "gach-nhieu";
    private static final Set<String> OWN = Set.of(UNDO, STRIKE);
    private static final int MOST_DAYS = 5;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** An entry and the version that was read. */
    private static final Pattern READ = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

    @Inject
    private ConfirmBroadcasts confirming;

    @Inject
    private CorrectBroadcast correcting;

    @Inject
    private LogPresses recent;

    @Inject
    private LogWords words;

    @Inject
    private SentForm sent;

    @Inject
    private Visit visit;

    private List<LogPress> presses = List.of();

    /** Whether one of these buttons was pressed; pages have others. */
    boolean isSent() {
        return sent.isSent() && OWN.contains(sent.getButton());
    }

    /** @param unit name of the commune in addresses @throws vn.loa.accounts.NotPermitted unless they plan its programme */
    void take(String unit, Actor by) {
        if (sent.getButton().equals(UNDO)) {
            undo(unit, by);
        } else {
            strike(unit, by);
        }
    }

    /** @param unknown key of what is said when nothing was left to say @throws vn.loa.accounts.NotPermitted unless they plan its programme */
    void confirm(String unit, Chosen chosen, AiredOutcome outcome, String unknown, Actor by) {
        var note = sent.line("ghi-chu");
        if (outcome == AiredOutcome.MISSED && note.isEmpty()) {
            sent.refuse(visit.text("log.due.why"));
            return;
        }
        if (note.length() > LogEntry.LONGEST_NOTE) {
            sent.refuse(words.fault(LogFault.NOTE));
            return;
        }
        var said = confirming.confirm(unit, chosen, outcome, note, by);
        if (said.count() == 0) {
            sent.refuse(visit.text(unknown));
        } else {
            lead(visit.say("log.due.done." + outcome.code(), said.count(), days(said.days())));
        }
    }

    /** To the page as it is now, which tells it. */
    private void lead(String what) {
        sent.lead(what, visit.link(visit.getAddress().without("tep")));
    }

    private String days(List<LocalDate> days) {
        return days.stream().limit(MOST_DAYS).map(visit.getWords()::weekday).collect(Collectors.joining("; "))
                + (days.size() > MOST_DAYS ? " …" : "");
    }

    private void undo(String unit, Actor by) {
        if (sent.has("vua-gach")) {
            said(correcting.restore(unit, ids("vua-gach"), by), "log.unstrike.done", "log.unstrike.nothing");
        } else {
            said(correcting.takeBack(unit, ids("vua-ghi"), by), "log.undo.done", "log.undo.nothing");
        }
    }

    private List<Long> ids(String field) {
        return Stream.of(sent.line(field).split(" "))
                .filter(each -> NUMBER.matcher(each).matches())
                .map(Long::valueOf)
                .toList();
    }

    private void strike(String unit, Actor by) {
        var reason = sent.line("ly-do");
        var chosen = chosen();
        if (chosen.isEmpty()) {
            sent.refuse(visit.text("log.strike.none"));
        } else if (reason.isEmpty() || reason.length() > CorrectBroadcast.LONGEST_REASON) {
            sent.refuse(visit.text("log.reason.missing"));
        } else {
            var struck = correcting.strike(unit, chosen, reason, by);
            if (struck > 0 && struck < chosen.size()) {
                lead(visit.say("log.strike.done", struck) + " " + visit.say("log.strike.left", chosen.size() - struck));
            } else {
                said(struck, "log.strike.done", "log.strike.nothing");
            }
        }
    }

    private void said(long struck, String done, String nothing) {
        if (struck == 0) {
            sent.refuse(visit.text(nothing));
        } else {
            lead(visit.say(done, struck));
        }
    }

    private Map<Long, Long> chosen() {
        var versions = new HashMap<Long, Long>();
        Stream.concat(
                        sent.all("gach").stream(),
                        sent.all("gach-ngay").stream().flatMap(day -> Stream.of(day.split(" "))))
                .map(READ::matcher)
                .flatMap(read -> read.matches() ? Optional.of(read.toMatchResult()).stream() : Stream.empty())
                .forEach(read -> versions.put(Long.valueOf(read.group(1)), Long.valueOf(read.group(2))));
        return versions;
    }

    /** After everything that the page does. @param unit name of the commune in addresses */
    void load(String unit, Actor by) {
        presses = recent.of(unit, by);
    }

    /** What they have lately done that one press takes back; the latest first. */
    public List<LogPress> getPresses() {
        return presses;
    }

    /** What it was, in words. */
    public String about(LogPress press) {
        var at = visit.getWords().time(LogWords.local(press.at()));
        var what = press.struck()
                ? visit.say("log.press.struck", press.ids().size())
                : visit.say("log.press." + press.outcome().code(), press.ids().size(), days(press.days()));
        return at + ": " + what;
    }

    /** As the button that takes it back names it. */
    public String ids(LogPress press) {
        return press.ids().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** Whether striking out many was refused, so that the reason stands beside its button. */
    public boolean isStrikingRefused() {
        return sent.isRefused(STRIKE);
    }

    /** Whether an entry was chosen in a form that was refused. @param mark as {@code 12.0} */
    public boolean isChosen(String mark) {
        return sent.isRefused(STRIKE) && sent.all("gach").contains(mark);
    }

    /** The same of a whole day. */
    public boolean isDayChosen(String marks) {
        return sent.isRefused(STRIKE) && sent.all("gach-ngay").contains(marks);
    }

    /** Why, as it was written and not taken. */
    public String getReason() {
        return sent.isRefused(STRIKE) ? sent.line("ly-do") : "";
    }
}
