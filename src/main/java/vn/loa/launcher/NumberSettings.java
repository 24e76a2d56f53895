package vn.loa.launcher;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The settings that are whole numbers and that only the application reads, each with the numbers that make sense for it. */
final class NumberSettings {
    private static final int MILLIS_OF_TEN_MINUTES = 600_000;
    private static final int HOURS_OF_A_YEAR = 24 * 366;
    private static final int DAYS_OF_TEN_YEARS = 3_660;

    /** What makes no sense is told here before anything starts, and in one sentence. */
    private static final Map<String, Range> RANGES = new TreeMap<>(Map.ofEntries(
            Map.entry("loa.solr.connect.timeout.millis", new Range(1, MILLIS_OF_TEN_MINUTES)),
            Map.entry("loa.solr.timeout.millis", new Range(1, MILLIS_OF_TEN_MINUTES)),
            Map.entry("loa.solr.retreat.millis", new Range(1, MILLIS_OF_TEN_MINUTES)),
            Map.entry("loa.media.max.bytes", new Range(1, Long.MAX_VALUE)),
            Map.entry("loa.media.max.transfers", new Range(1, 100_000)),
            Map.entry("loa.uploads.quota.bytes", new Range(1, Long.MAX_VALUE)),
            Map.entry("loa.jobs.workers", new Range(0, 64)),
            Map.entry("loa.jobs.quick.workers", new Range(1, 64)),
            Map.entry("loa.sweep.confirmed", new Range(0, Long.MAX_VALUE)),
            Map.entry("loa.jobs.heartbeat.seconds", new Range(1, 3_600)),
            Map.entry("loa.ffmpeg.niceness", new Range(0, 19)),
            Map.entry("loa.ffmpeg.silence.seconds", new Range(1, 3_600)),
            Map.entry("loa.ffmpeg.threads", new Range(1, 64)),
            Map.entry("loa.page.cache.bytes", new Range(0, Long.MAX_VALUE)),
            Map.entry("loa.questions.days", new Range(1, DAYS_OF_TEN_YEARS)),
            Map.entry("loa.questions.retention.days", new Range(1, DAYS_OF_TEN_YEARS)),
            Map.entry("loa.session.hours", new Range(1, HOURS_OF_A_YEAR))));

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");

    private NumberSettings() {}

    private record Range(long least, long most) {
        private boolean holds(String text) {
            return WHOLE_NUMBER.matcher(text).matches()
                    && Long.parseLong(text) >= least
                    && Long.parseLong(text) <= most;
        }

        @Override
        public String toString() {
            return most == Long.MAX_VALUE ? ", at least " + least : " from " + least + " to " + most;
        }
    }

    /** @throws StartRefused for the first one, by name, that makes no sense */
    static void require(Settings.Source source) {
        RANGES.forEach((name, range) -> source.text(name)
                .filter(text -> !range.holds(text))
                .ifPresent(text -> {
                    throw new StartRefused(
                            Settings.variable(name) + " must be a whole number" + range + ", but is \"" + text + "\".");
                }));
    }
}
