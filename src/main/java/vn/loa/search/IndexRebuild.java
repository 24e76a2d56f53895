package vn.loa.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.editorial.ContentRevision;

/**
 * Fills a second index with everything public and lets it take the place of the first, which is asked until then: no search sees an empty or a half
 * index. What changes meanwhile is caught up with before the exchange, while nothing is taken from the outbox. One at a time on each node.
 */
@ApplicationScoped
public class IndexRebuild {
    private static final Logger LOG = Logger.getLogger(IndexRebuild.class.getName());
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final AtomicReference<Progress> progress =
            new AtomicReference<>(new Progress(State.IDLE, 0, 0, null, null, null));

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

    /** How far a rebuild is. */
    public enum State implements Coded {
        /** None since the portal was started. */
        IDLE,
        RUNNING,
        DONE,
        /** The index is as it was before. */
        FAILED
    }

    /**
     * The last rebuild on this node.
     *
     * @param done of the works and plans
     * @param failure what went wrong
     */
    public record Progress(
            State state,
            int done,
            int total,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String failure) {
        private Progress of(int number) {
            return new Progress(state, done, number, since, until, failure);
        }

        private Progress further() {
            return new Progress(state, Math.min(done + 1, total), total, since, until, failure);
        }
    }

    public Progress progress() {
        return Objects.requireNonNull(progress.get(), "there is one from the beginning");
    }

    /** Begins, behind the scenes. @return false when one is on its way */
    public boolean begin() {
        var before = progress();
        if (before.state == State.RUNNING
                || !progress.compareAndSet(before, new Progress(State.RUNNING, 0, 0, clock.instant(), null, null))) {
            return false;
        }
        executor.submit(this::run);
        return true;
    }

    /** Must not throw: nobody would learn of it. */
    private void run() {
        try {
            rebuild();
            finish(State.DONE, null);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The index could not be built anew; the old one goes on", e);
            finish(State.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void rebuild() {
        var settings = SearchSettings.read(ConfigProvider.getConfig());
        var space = IndexSpace.of(settings);
        var name = settings.name() + "_" + STAMP.format(clock.instant());
        var fresh = new SolrIndex(settings.at(space.create(name)));
        try {
            var wanted = subjects(documents.revisions().keySet());
            progress.updateAndGet(now -> now.of(wanted.size()));
            put(fresh, wanted);
            outbox.whileHeld(() -> {
                catchUp(fresh);
                space.exchange(name);
                contentRevision.advance();
            });
        } catch (RuntimeException e) {
            remove(space, name);
            throw e;
        }
        LOG.info(() -> "The index " + name + " was built anew and has taken the place of the one before");
    }

    private void catchUp(SolrIndex fresh) {
        fresh.replace(List.of(), List.of());
        var change = IndexChange.between(fresh.revisions(), documents.revisions());
        put(fresh, subjects(change.outdated()));
        fresh.replace(List.of(), change.unwanted());
    }

    private void put(SolrIndex fresh, Collection<Subject> subjects) {
        var batch = new ArrayList<JsonObject>();
        var size = 0L;
        for (var subject : subjects) {
            var document = read(subject);
            document.ifPresent(batch::add);
            size += document.map(IndexDocument::characters).orElse(0L);
            if (size >= IndexDocument.ENOUGH_AT_ONCE) {
                send(fresh, batch);
                batch.clear();
                size = 0;
            }
            progress.updateAndGet(Progress::further);
        }
        send(fresh, batch);
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

    private static void send(SolrIndex fresh, List<JsonObject> batch) {
        try {
            fresh.add(batch);
        } catch (DocumentRefused refused) {
            if (batch.size() == 1) {
                LOG.log(
                        Level.WARNING,
                        refused,
                        () -> "The new index does not take " + batch.get(0).getString("id", ""));
            } else {
                batch.forEach(document -> send(fresh, List.of(document)));
            }
        }
    }

    private static List<Subject> subjects(Collection<String> keys) {
        return keys.stream().flatMap(key -> Subject.parse(key).stream()).toList();
    }

    private static void remove(IndexSpace space, String name) {
        try {
            space.remove(name);
        } catch (SearchUnavailable e) {
            LOG.log(Level.WARNING, e, () -> "The index " + name + " is left over and of no use");
        }
    }

    private void finish(State state, @Nullable String failure) {
        progress.updateAndGet(now -> new Progress(state, now.done, now.total, now.since, clock.instant(), failure));
    }
}
