package vn.loa.search;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.editorial.ContentRevision;
import vn.loa.editorial.SubjectKind;

/** What a portal has public, and its queue, in memory: the portal's own upkeep of the index may be let loose on any search server with it. */
final class Database {
    private final Map<Subject, JsonObject> published = new LinkedHashMap<>();
    private final Queue queue = new Queue();
    private final Runs runs = new Runs();

    /** Publishes it, or another revision of it, in the way of editors or behind their back. */
    void publish(Subject subject, JsonObject document, boolean queued) {
        published.put(subject, document);
        if (queued) {
            queue.add(subject);
        }
    }

    void withdraw(Subject subject) {
        published.remove(subject);
        queue.add(subject);
    }

    IndexUpkeep upkeep(SearchSettings settings) {
        var index = new IndexContents(settings);
        return new IndexUpkeep(
                Clock.systemUTC(),
                IndexSpace.of(settings),
                new IndexUpdate(queue, new Documents(), index, new Revision()),
                new IndexComparison(queue, new Documents(), index, new Comparisons()),
                runs);
    }

    /** @return what went wrong; empty when it was done */
    Optional<IndexRebuild.Failure> rebuild(SearchSettings settings, Clock clock) {
        runs.hasEnded = false;
        new IndexRebuild(settings, clock, new Documents(), queue, new Revision(), runs).run(1);
        if (!runs.hasEnded) {
            throw new AssertionError("nobody was told that it has ended");
        }
        return Optional.ofNullable(runs.failure);
    }

    /** How many changes wait or were put aside. */
    long unsettled() {
        return queue.unsettled();
    }

    private final class Documents extends PublicDocuments {
        @Override
        public Optional<JsonObject> current(Subject subject) {
            return Optional.ofNullable(published.get(subject));
        }

        @Override
        public long count() {
            return published.size();
        }

        @Override
        public Map<String, String> revisions() {
            var revisions = new LinkedHashMap<String, String>();
            published.forEach((subject, document) -> revisions.put(
                    subject.key(), document.getJsonArray("revision").getString(0)));
            return revisions;
        }
    }

    private static final class Queue extends SearchOutbox {
        private final List<Row> rows = new ArrayList<>();
        private long last;

        @Override
        public void add(Subject subject) {
            rows.add(new Row(++last, subject, 0));
        }

        @Override
        public void addAll(SubjectKind kind, Collection<Long> ids) {
            ids.forEach(id -> add(new Subject(kind, id)));
        }

        @Override
        public boolean claim() {
            return true;
        }

        @Override
        public void whileHeld(Runnable act) {
            act.run();
        }

        @Override
        public List<Row> due(int atMost) {
            return rows.stream().limit(atMost).toList();
        }

        @Override
        public void tried(Collection<Row> tried) {
            // None of them fails.
        }

        @Override
        public void done(Collection<Row> done) {
            rows.removeAll(done);
        }

        @Override
        public void failed(Collection<Row> failed, String why) {
            throw new AssertionError(why);
        }

        @Override
        public long unsettled() {
            return rows.stream().map(Row::subject).distinct().count();
        }
    }

    private static final class Runs extends IndexRuns {
        private boolean hasEnded;
        private IndexRebuild.@Nullable Failure failure;

        @Override
        public IndexRebuild.Progress progress() {
            return new IndexRebuild.Progress(IndexRebuild.State.IDLE, 0, 0, null, null, null);
        }

        @Override
        public boolean goesOn(long run, int done, int total) {
            return true;
        }

        @Override
        public void end(long run, int done, int total, IndexRebuild.@Nullable Failure why) {
            hasEnded = true;
            failure = why;
        }
    }

    private static final class Revision extends ContentRevision {
        @Override
        public void advance() {
            // Nothing is kept that was drawn from the index.
        }
    }

    private static final class Comparisons extends IndexComparisons {
        @Override
        public void keep(int held, int wanted, int different) {
            // Nobody reads of it.
        }
    }
}
