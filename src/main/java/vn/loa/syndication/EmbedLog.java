package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.loa.common.TimeSource;

/**
 * Counts in memory which site shows which embed, until {@link KeepEmbedShowings} writes it down. Of a visitor it is told nothing, and of the page around
 * only its origin is kept. For several threads; cheap, since embeds are answered from memory.
 */
@ApplicationScoped
public class EmbedLog {
    /** More at once are made up; what comes later waits for the next round, or is lost. */
    static final int MOST_WAITING = 5_000;

    private final Map<Showing, Long> waiting = new LinkedHashMap<>();
    private final Clock clock;
    private final String own;

    /** For the container. */
    protected EmbedLog() {
        this(Clock.systemUTC(), Optional.empty());
    }

    @Inject
    EmbedLog(Clock clock, @ConfigProperty(name = "loa.base.url") Optional<String> base) {
        this.clock = clock;
        this.own = base.flatMap(SiteOrigin::of).orElse("");
    }

    /** One site that shows one embed on one day. */
    record Showing(LocalDate day, String slug, String origin) {}

    /** How often since it was last taken. */
    record Counted(Showing what, long times) {}

    /**
     * An embed was asked for.
     *
     * @param slug of a work, or what stands for a list, as {@link EmbedShowings} keeps it
     * @param referrer as the browser says it; null when it says nothing
     * @param destination what the browser wants it for, as {@code Sec-Fetch-Dest} says; null when it does not say
     */
    public void asked(String slug, @Nullable String referrer, @Nullable String destination) {
        if (referrer == null || destination != null && !destination.equals("iframe")) {
            return;
        }
        var origin = SiteOrigin.of(referrer).filter(site -> !site.equals(own));
        if (origin.isEmpty()) {
            return;
        }
        var showing = new Showing(LocalDate.ofInstant(clock.instant(), TimeSource.ZONE), slug, origin.get());
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING || waiting.containsKey(showing)) {
                waiting.merge(showing, 1L, Long::sum);
            }
        }
    }

    /** What was counted; it begins from nothing then. */
    List<Counted> take() {
        synchronized (waiting) {
            var taken = new ArrayList<Counted>();
            waiting.forEach((what, times) -> taken.add(new Counted(what, times)));
            waiting.clear();
            return taken;
        }
    }

    /** Counts again what could not be written down. */
    void giveBack(List<Counted> taken) {
        synchronized (waiting) {
            taken.forEach(counted -> {
                if (waiting.size() < MOST_WAITING) {
                    waiting.merge(counted.what(), counted.times(), Long::sum);
                }
            });
        }
    }
}
