package vn.loa.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.editorial.ContentRevision;

/**
 * Fills a second index with everything public and lets it take the place of the first, which is asked until then: no search sees an empty or a half
 * index. What changes meanwhile is caught up with before the exchange, while nothing is taken from the outbox. One at a time among all nodes.
 */
@ApplicationScoped
public class IndexRebuild {
    private static final Logger LOG = Logger.getLogger(IndexRebuild.class.getName());

    /** A server that merges millions of cues may be long about one change. Less than what takes a run without a sign for dead, see {@link IndexRuns}. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** Oftener than anybody looks, and seldom beside the time that a rebuild takes. */
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Clock clock;

    @Inject
    private PublicDocuments documents;

    @Inject
    private SearchOutbox outbox;

    @Inject
    private ContentRevision contentRevision;

    @Inject
    private IndexRuns runs;

    private final SearchSettings settings;

    /** With the settings of this program. */
    public IndexRebuild() {
        this(SearchSettings.read(ConfigProvider.getConfig()));
    }

    private IndexRebuild(SearchSettings settings) {
        this.settings = settings;
    }

    IndexRebuild(
            SearchSettings settings,
            Clock clock,
            PublicDocuments documents,
            SearchOutbox outbox,
            ContentRevision contentRevision,
            IndexRuns runs) {
        this(settings);
        this.clock = clock;
        this.documents = documents;
        this.outbox = outbox;
        this.contentRevision = contentRevision;
        this.runs = runs;
    }

    /** How far a rebuild is. */
    public enum State implements Coded {
        /** None yet. */
        IDLE,
        RUNNING,
        DONE,
        /** The index is as it was before. */
        FAILED
    }

    /** Why a rebuild has failed, as people are told; the log of its node says more. */
    public enum Failure implements Coded {
        /** The node that was at it has stopped, or is not heard of. */
        NODE_STOPPED,
        /** The search server does not answer, or refuses. */
        SEARCH_AWAY,
        OTHER
    }

    /**
     * The last rebuild, on whichever node.
     *
     * @param done of the works and plans
     * @param failure what went wrong, when it has failed
     */
    public record Progress(
            State state,
            int done,
            int total,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Failure failure) {}

    /** A rebuild of this node. Used by one thread. */
    private static final class Run {
        private final long number;
        private int done;
        private int total;
        private Instant lastSign = Instant.MIN;
        private boolean exchanged;

        private Run(long number) {
            this.number = number;
        }
    }

    public Progress progress() {
        return runs.progress();
    }

    /** Begins, behind the scenes. @return false when one is on its way, on whichever node */
    public boolean begin() {
        var begun = runs.begin();
        if (begun.isEmpty()) {
            return false;
        }
        var number = begun.getAsLong();
        try {
            executor.submit(() -> run(number));
        } catch (RejectedExecutionException stopping) {
            runs.end(number, 0, 0, Failure.NODE_STOPPED);
            throw stopping;
        }
        return true;
    }

    /** Must not throw: nobody would learn of it. */
    void run(long number) {
        var run = new Run(number);
        try {
            rebuild(run);
            runs.end(run.number, run.done, run.total, null);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The index could not be built anew; the old one goes on", e);
            fail(run, e instanceof SearchUnavailable ? Failure.SEARCH_AWAY : Failure.OTHER);
        }
    }

    private void fail(Run run, Failure why) {
        try {
            runs.end(run.number, run.done, run.total, why);
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "Nobody can be told of it now; in two minutes it counts as failed", away);
        }
    }

    /** @throws IllegalStateException when this run was taken for dead and another has begun */
    private void sign(Run run) {
        if (!runs.goesOn(run.number, run.done, run.total)) {
            throw new IllegalStateException("Another node has begun to build the index meanwhile");
        }
        run.lastSign = clock.instant();
    }

    private void rebuild(Run run) {
        var space = IndexSpace.of(settings);
        space.removeLeftOver();
        var name = settings.nameOfRebuild(clock.instant());
        var fresh = new IndexContents(settings.at(space.create(name)), PATIENCE);
        try {
            var wanted = subjects(documents.revisions().keySet());
            run.total = wanted.size();
            sign(run);
            put(fresh, wanted, run);
            merge(fresh, run);
            outbox.whileHeld(() -> {
                catchUp(fresh, run);
                sign(run);
                space.exchange(name);
                run.exchanged = true;
                contentRevision.advance();
            });
        } catch (RuntimeException e) {
            if (!run.exchanged) {
                LeftOver.remove(space, name);
                throw e;
            }
            LOG.log(Level.WARNING, "Pages kept from before the exchange are shown until the next change", e);
        }
        LOG.info(() -> "The index " + name + " was built anew and has taken the place of the one before");
    }

    /** Not to be able to costs some speed and nothing else. */
    private void merge(IndexContents fresh, Run run) {
        try {
            fresh.merge(() -> sign(run));
        } catch (SearchUnavailable | DocumentRefused unmerged) {
            LOG.log(Level.WARNING, "The new index stays in several pieces, and is slower for it", unmerged);
        }
    }

    private void catchUp(IndexContents fresh, Run run) {
        // Each step may take as long as the server is waited for.
        sign(run);
        fresh.replace(List.of(), List.of());
        sign(run);
        var change = IndexChange.between(fresh.revisions(), documents.revisions());
        sign(run);
        put(fresh, subjects(change.outdated()), run);
        sign(run);
        fresh.replace(List.of(), change.unwanted());
    }

    private void put(IndexContents fresh, Collection<Subject> subjects, Run run) {
        var filling = new IndexBatches<JsonObject>(
                IndexDocument::characters,
                batch -> {
                    sign(run);
                    return fresh.adding(batch);
                },
                IndexRebuild::leaveOut);
        for (var subject : subjects) {
            read(subject).ifPresent(filling::add);
            run.done = Math.min(run.done + 1, run.total);
            if (clock.instant().isAfter(run.lastSign.plus(BETWEEN_SIGNS))) {
                sign(run);
            }
        }
        filling.finish();
    }

    private static void leaveOut(JsonObject document, DocumentRefused refused) {
        LOG.log(Level.WARNING, refused, () -> "The new index does not take " + IndexDocument.id(document));
    }

    /** What cannot be read is left out, and found by the next comparison. */
    private Optional<JsonObject> read(Subject subject) {
        try {
            return documents.current(subject);
        } catch (RuntimeException unreadable) {
            LOG.log(Level.WARNING, unreadable, () -> "The new index cannot show " + subject.key());
            return Optional.empty();
        }
    }

    private static List<Subject> subjects(Collection<String> keys) {
        return keys.stream().flatMap(key -> Subject.parse(key).stream()).toList();
    }
}
