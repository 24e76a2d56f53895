package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts what people look for, in memory, until it may be kept: words become known only when they came from {@value #ASKERS} networks in one week,
 * so that nobody's name, number or secret is written down because one person typed it. Of the networks, numbers mixed with a secret of that week are kept
 * for that long, in memory alone; whoever reads that memory can find out the networks by trying. Each node counts for itself: three networks are those of
 * one node. A page that memory gives to several people within a minute counts once. For several threads.
 */
@ApplicationScoped
public class SearchLog {
    static final int ASKERS = 3;

    /** Those looked for longest ago give way; a flood of nonsense costs some counts and no memory. */
    static final int MOST_WAITING = 5_000;

    static final int LONGEST = 60;

    /** A telephone number, an identity card, an account, an address for letters: even if several look for it. */
    private static final Pattern PERSONAL = Pattern.compile("(?:\\d[ .-]?){7,}|@");

    @Inject
    private Clock clock;

    private final Map<Asked, Tally> waiting = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Tally> eldest) {
            return size() > MOST_WAITING;
        }
    };
    private LocalDate week = LocalDate.EPOCH;
    private long salt;

    /** Counts by the clock of this program. */
    public SearchLog() {}

    SearchLog(Clock clock) {
        this.clock = clock;
    }

    /** @param week its Monday */
    record Asked(LocalDate week, String term) {}

    /** How often since it was last taken. */
    record Counted(Asked what, int asked, int foundNothing) {}

    private static final class Tally {
        private final Set<Long> askers = new HashSet<>();
        private int asked;
        private int foundNothing;
    }

    /**
     * Somebody looked for words.
     *
     * @param network where they are, as far as it is told apart
     * @param foundNothing whether there was no answer, whatever the filters
     */
    public void asked(Words words, String network, boolean foundNothing) {
        var term = words.text().toLowerCase(Locale.ROOT);
        if (!words.areReadable()
                || term.length() > LONGEST
                || PERSONAL.matcher(term).find()) {
            return;
        }
        synchronized (waiting) {
            turnWeek();
            var tally = waiting.computeIfAbsent(new Asked(week, term), unknown -> new Tally());
            tally.asked++;
            tally.foundNothing += foundNothing ? 1 : 0;
            if (tally.askers.size() < ASKERS) {
                tally.askers.add(salt ^ 0x9E3779B97F4A7C15L * (network.hashCode() + salt));
            }
        }
    }

    /** What may be known and is new; it begins from nothing then. */
    List<Counted> take() {
        synchronized (waiting) {
            turnWeek();
            var taken = new ArrayList<Counted>();
            waiting.forEach((what, tally) -> {
                if (tally.asked > 0 && tally.askers.size() >= ASKERS) {
                    taken.add(new Counted(what, tally.asked, tally.foundNothing));
                    tally.asked = 0;
                    tally.foundNothing = 0;
                }
            });
            waiting.keySet().removeIf(what -> !what.week.equals(week));
            return taken;
        }
    }

    /** Counts again what could not be kept. */
    void giveBack(List<Counted> taken) {
        synchronized (waiting) {
            taken.forEach(counted -> {
                var tally = waiting.get(counted.what);
                if (tally != null) {
                    tally.asked += counted.asked;
                    tally.foundNothing += counted.foundNothing;
                }
            });
        }
    }

    private void turnWeek() {
        var now = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!now.equals(week)) {
            week = now;
            salt = new SecureRandom().nextLong();
        }
    }
}
