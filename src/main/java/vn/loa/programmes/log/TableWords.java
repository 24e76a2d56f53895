package vn.loa.programmes.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.log.LogTable.Line;
import vn.loa.taxonomy.Taxonomies.LanguageItem;

/** Reads what people write into tables of broadcasts: works by address or title, languages by code or name, outcomes in words. */
final class TableWords {
    private static final Map<String, AiredOutcome> OUTCOMES = Map.of(
            "", AiredOutcome.AIRED,
            "da-phat", AiredOutcome.AIRED,
            "phat-het", AiredOutcome.AIRED,
            "phat-do", AiredOutcome.CUT,
            "khong-phat", AiredOutcome.MISSED,
            "aired", AiredOutcome.AIRED,
            "cut", AiredOutcome.CUT,
            "missed", AiredOutcome.MISSED);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final NamedWorks works;
    private final Map<String, String> languages = new HashMap<>();

    TableWords(NamedWorks works, List<LanguageItem> spoken) {
        this.works = works;
        spoken.forEach(language -> {
            languages.put(language.code(), language.code());
            language.label().asMap().values().forEach(label -> {
                languages.putIfAbsent(LogColumn.folded(label), language.code());
                languages.putIfAbsent(LogColumn.folded(label).replaceFirst("^tieng-", ""), language.code());
            });
        });
    }

    /** A line that can be understood. @param place name of the commune in addresses; what stands for it when the line names none */
    Optional<LogEntry> entry(Line line, @Nullable String place, Consumer<LogFault> faults) {
        var before = new ArrayList<LogFault>();
        var time = AiredTime.of(line.cell(LogColumn.DAY), line.cell(LogColumn.TIME));
        Optional.ofNullable(time.fault()).ifPresent(before::add);
        var written = line.cell(LogColumn.PLACE);
        var where = written.isEmpty() ? place : written;
        if (where == null) {
            before.add(LogFault.PLACE);
        }
        var product = product(line.cell(LogColumn.PRODUCT), before);
        var language = languages.get(LogColumn.folded(line.cell(LogColumn.LANGUAGE)));
        if (language == null) {
            before.add(LogFault.LANGUAGE);
        }
        var outcome = OUTCOMES.get(LogColumn.folded(line.cell(LogColumn.OUTCOME)));
        if (outcome == null) {
            before.add(LogFault.OUTCOME);
        }
        var seconds = line.cell(LogColumn.SECONDS);
        if (!seconds.isEmpty() && !SECONDS.matcher(seconds).matches()) {
            before.add(LogFault.SECONDS);
        }
        before.forEach(faults);
        if (!before.isEmpty() || where == null || language == null || outcome == null || time.moment() == null) {
            return Optional.empty();
        }
        var key = line.cell(LogColumn.KEY);
        var entry = new LogEntry(
                key,
                where,
                time.moment(),
                product,
                language,
                seconds.isEmpty() ? null : Integer.valueOf(seconds),
                outcome,
                line.cell(LogColumn.NOTE));
        return Optional.of(key.isEmpty() ? entry.keyed(LogEntry.OF_TABLE) : entry);
    }

    private String product(String written, List<LogFault> faults) {
        var named = works.of(written);
        if (named.size() == 1) {
            return named.get(0);
        }
        faults.add(named.isEmpty() ? LogFault.PRODUCT : LogFault.SEVERAL_PRODUCTS);
        return "";
    }
}
