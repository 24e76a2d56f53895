package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import vn.loa.common.Coded;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.programmes.log.LogDays;
import vn.loa.programmes.log.LogFault;
import vn.loa.programmes.log.LogFile;
import vn.loa.programmes.log.LogPaperWords;
import vn.loa.taxonomy.Taxonomies;

/** The words and addresses of as-run logs, on pages and on paper. */
@Named("logWords")
@RequestScoped
public class LogWords {
    @Inject
    private Taxonomies taxonomies;

    @Inject
    private Visit visit;

    /** {@code Tháng 11 năm 2026}. */
    public String month(YearMonth month) {
        var said = visit.getWords().month(month.atDay(1));
        return said.substring(0, 1).toUpperCase(visit.getLocale()) + said.substring(1);
    }

    /** Whether nothing more can be aired in a month. @param now by the clock of Vietnam */
    static boolean isOver(YearMonth month, LocalDateTime now) {
        return month.isBefore(YearMonth.from(now));
    }

    /** By the clock of Vietnam. */
    static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, TimeSource.ZONE);
    }

    /** What is wrong, in words. */
    public String fault(LogFault fault) {
        return visit.text("log.fault." + fault.code());
    }

    /** The same of several. */
    String faults(List<LogFault> faults) {
        return faults.stream().map(this::fault).collect(Collectors.joining(" "));
    }

    /** Why nothing of a table was taken, in words. */
    public String problem(LogFile file) {
        return visit.say("log.file.problem." + file.problem(), file.detail());
    }

    /** A length of time, for reports: {@code 2 giờ 5 phút}; a dash when it is not known. */
    public String duration(long seconds) {
        return seconds == 0 ? "–" : visit.getWords().duration(Duration.ofSeconds(seconds));
    }

    /** The month that a page is asked for; this one when it names none. */
    YearMonth asked(YearMonth now) {
        return LogDays.month(visit.parameter(Addresses.MONTH)).orElse(now);
    }

    /** The same page for another month. */
    String at(String path, YearMonth month) {
        return visit.link(Address.of(path).with(Addresses.MONTH, month.toString()));
    }

    LogPaperWords paper() {
        return new LogPaperWords(Messages.in(visit.getLanguage()), taxonomies.languageLabels());
    }

    /** The text of a code of an enumeration. */
    public String say(String kind, Coded value) {
        return visit.text("log." + kind + "." + value.code());
    }

    /** What something is called, or that nobody knows. */
    public String title(Texts title) {
        return title.isEmpty() ? visit.text("programme.unknown") : visit.of(title);
    }
}
