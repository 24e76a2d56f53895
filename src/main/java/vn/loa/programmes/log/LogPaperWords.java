package vn.loa.programmes.log;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.common.Wording;

/** Says what stands on the papers of a log, in one language. @param languages what languages are called, by code */
public record LogPaperWords(Messages messages, Map<String, Texts> languages) {
    public LogPaperWords {
        languages = Map.copyOf(languages);
    }

    String text(String key) {
        return messages.text(key);
    }

    String text(String key, Object argument) {
        return messages.text(key, argument);
    }

    Wording words() {
        return new Wording(messages);
    }

    String of(Texts texts) {
        return texts.in(messages.locale().getLanguage());
    }

    String language(String code) {
        return of(languages.getOrDefault(code, Texts.of(Texts.FALLBACK, code)));
    }

    String outcome(AiredOutcome outcome) {
        return text("log.outcome." + outcome.code());
    }

    String month(StationLog.Head head) {
        return words().month(head.month().atDay(1));
    }

    /** {@code 4:05}; empty when nobody knows. */
    String length(long seconds) {
        return seconds == 0 ? "" : words().clock(seconds * 1000);
    }

    /** The names of the columns of entries. */
    List<String> columns() {
        return columns("number", "day", "time", "length", "title", "genre", "language", "outcome", "note");
    }

    /** The names of the columns of sums by priority. */
    List<String> priorityColumns() {
        return columns("priority", "language", "aired", "cut", "length");
    }

    String priority(MonthReport.Line line) {
        var priority = line.priority();
        return text(priority == null ? "commune.report.unplanned" : "programme.priority." + priority.code());
    }

    /** The names of the columns of sums. */
    List<String> sumColumns() {
        return columns("title", "language", "aired", "cut", "missed", "length");
    }

    /** What columns are called. */
    List<String> columns(String... columns) {
        return Stream.of(columns).map(column -> text("log.column." + column)).toList();
    }

    /** With a mark on what the portal has withdrawn since. */
    String title(LogLine line) {
        return line.online() ? of(line.title()) : of(line.title()) + " (" + text("log.offline") + ")";
    }
}
