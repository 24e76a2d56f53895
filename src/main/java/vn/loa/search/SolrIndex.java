package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Answers the questions of visitors from the index. For several threads. Every method throws {@link SearchUnavailable} when there is no answer in time.
 */
@ApplicationScoped
public class SolrIndex {
    private final SearchSettings settings;
    private final SolrConnection solr;
    private final AtomicLong awayUntilNanos = new AtomicLong();
    private volatile boolean away;

    @Inject
    private VisitorPatience patience = VisitorPatience.endless();

    /** With the settings of this program. */
    public SolrIndex() {
        this(SearchSettings.read(ConfigProvider.getConfig()));
    }

    SolrIndex(SearchSettings settings) {
        this.settings = settings;
        this.solr = new SolrConnection(settings);
    }

    /** @param patience of the one visitor there is */
    SolrIndex(SearchSettings settings, VisitorPatience patience) {
        this(settings);
        this.patience = patience;
    }

    /**
     * Asks for a visitor, who waits no longer for all questions than the setting says. After a failure of the server, not of one question, it is left alone
     * for a while and then tried by one visitor, so that a frozen one costs one at a time a wait and not everybody.
     *
     * @param handler {@code /find}, {@code /parts} or {@code /suggest}
     */
    SolrAnswer ask(String handler, SolrQuery query) {
        var left = patience.left(settings.timeout());
        if (left.isNegative() || left.isZero()) {
            throw new SearchUnavailable("This visitor has waited long enough", true);
        }
        requireTurn();
        var begun = System.nanoTime();
        try {
            var answer = solr.read(handler, query, left);
            away = false;
            return answer;
        } catch (SearchUnavailable e) {
            if (e.isOfOneRequest()) {
                away = false;
            } else if (tells(left)) {
                awayUntilNanos.set(System.nanoTime() + settings.retreat().toNanos());
                away = true;
            }
            throw e;
        } finally {
            patience.spend(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** While it is away, one asks on behalf of all, and the others do not wait for what comes of it. */
    private void requireTurn() {
        var until = awayUntilNanos.get();
        var now = System.nanoTime();
        var tried = now + settings.timeout().plus(settings.retreat()).toNanos();
        if (away && (now - until < 0 || !awayUntilNanos.compareAndSet(until, tried))) {
            throw new SearchUnavailable("It failed a moment ago");
        }
    }

    /** Whether no answer in so short a time says something of the server: in the rest of somebody's time a good one may fail. */
    private boolean tells(Duration given) {
        return given.compareTo(settings.timeout().dividedBy(2)) >= 0;
    }

    /**
     * Asks now, whatever happened before.
     *
     * @return which of the parameters that questions refer to its configset lacks, and whether that finds parts; Solr itself would leave out what
     *     parameters stand for without a word
     */
    List<String> missing() {
        var answer = solr.read(
                "/find",
                new SolrQuery()
                        .set("defType", "lucene")
                        .set("q", "id:0")
                        .set("rows", 0)
                        .set("echoParams", "all"),
                settings.timeout());
        var lacking = new ArrayList<>(ProductQuery.OF_CONFIGSET.stream()
                .filter(parameter -> !answer.hasParameter(parameter))
                .toList());
        if (!findsParts()) {
            lacking.add(PartQuery.HANDLER);
        }
        return lacking;
    }

    private boolean findsParts() {
        try {
            solr.read(PartQuery.HANDLER, new SolrQuery().set("q", "x").set("rows", 0), settings.timeout());
            return true;
        } catch (SearchUnavailable e) {
            if (e.isOfOneRequest()) {
                return false;
            }
            throw e;
        }
    }
}
