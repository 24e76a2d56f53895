package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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

/** Does with the log what takes one press on several pages: says of many planned broadcasts what became of them, takes that back, and strikes out many entries. */
@Named("logDeeds")
@RequestScoped
public class LogDeeds {
    private static final String UNDO = "hoan-tac-ghi";
    private static final String STRIKE = "gach-nhieu";
    private static final Set<String> OWN = Set.of(UNDO, STRIKE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** An entry and the version that was read. */
    private static final Pattern READ = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

    @Inject
    private ConfirmBroadcasts confirming;

    @Inject
    private CorrectBroadcast correcting;

    @Inject
    private LogWords words;

    @Inject
    private SentForm sent;

    @Inject
    private Visit visit;

    private List<Long> written = List.of();

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
        written = confirming.confirm(unit, chosen, outcome, note, by);
        if (written.isEmpty()) {
            sent.refuse(visit.text(unknown));
        } else {
            sent.done(visit.say("log.due.done." + outcome.code(), written.size()));
        }
    }

    private void undo(String unit, Actor by) {
        var ids = Stream.of(sent.line("vua-ghi").split(" "))
                .filter(each -> NUMBER.matcher(each).matches())
                .map(Long::valueOf)
                .toList();
        said(correcting.takeBack(unit, ids, by), "log.undo.done", "log.undo.nothing");
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
            said(struck, "log.strike.done", "log.strike.nothing");
            if (struck > 0 && struck < chosen.size()) {
                sent.done(visit.say("log.strike.done", struck) + " "
                        + visit.say("log.strike.left", chosen.size() - struck));
            }
        }
    }

    private void said(long struck, String done, String nothing) {
        if (struck == 0) {
            sent.refuse(visit.text(nothing));
        } else {
            sent.done(visit.say(done, struck));
        }
    }

    private Map<Long, Long> chosen() {
        var versions = new HashMap<Long, Long>();
        sent.all("gach").stream()
                .map(READ::matcher)
                .flatMap(read -> read.matches() ? Optional.of(read.toMatchResult()).stream() : Stream.empty())
                .forEach(read -> versions.put(Long.valueOf(read.group(1)), Long.valueOf(read.group(2))));
        return versions;
    }

    /** What was just written down, as the button that takes it back names it; empty when nothing was. */
    public String getWritten() {
        return written.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** Whether an entry was chosen in a form that was refused. @param mark as {@code 12.0} */
    public boolean isChosen(String mark) {
        return sent.isRefused(STRIKE) && sent.all("gach").contains(mark);
    }

    /** Why, as it was written and not taken. */
    public String getReason() {
        return sent.isRefused(STRIKE) ? sent.line("ly-do") : "";
    }
}
