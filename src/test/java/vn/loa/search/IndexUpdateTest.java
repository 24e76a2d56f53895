package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.editorial.ContentRevision;
import vn.loa.editorial.SubjectKind;

class IndexUpdateTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int ROUNDS = 30;

    private final Outbox outbox = new Outbox();
    private final Server server = new Server();
    private final Set<Subject> unreadable = new HashSet<>();
    private int read;
    private int revision;
    private final IndexUpdate update = new IndexUpdate(
            outbox,
            new PublicDocuments() {
                @Override
                public Optional<JsonObject> current(Subject subject) {
                    read++;
                    if (unreadable.contains(subject)) {
                        throw new IllegalStateException("unreadable");
                    }
                    return Optional.of(new IndexDocument(subject, "slug", "1").build());
                }
            },
            server,
            new ContentRevision() {
                @Override
                public void advance() {
                    revision++;
                }
            });

    @Test
    void nothing_that_waits_is_read_while_the_server_is_away_and_no_attempt_is_counted() {
        queue(1, 2, 3);
        server.isAway = true;

        assertThatThrownBy(update::run).isInstanceOf(SearchUnavailable.class);

        assertThat(read).isZero();
        assertThat(outbox.attempts).isEmpty();
    }

    @Test
    void nobody_asks_the_server_while_nothing_waits() {
        server.isAway = true;

        assertThat(update.run()).isFalse();
    }

    @Test
    void what_the_server_falls_over_each_time_is_put_aside_at_last_and_keeps_no_other_from_getting_in() {
        queue(1, 2, 3, 4);
        server.deadly = product(2).key();

        for (var round = 0; round < ROUNDS; round++) {
            tryToRun();
        }

        assertThat(server.held).containsExactlyInAnyOrder("product/1", "product/3", "product/4");
        assertThat(outbox.rows).isEmpty();
        assertThat(outbox.aside).containsExactly(product(2));
        assertThat(outbox.failures.values()).singleElement().asString().contains("went away");
        assertThat(server.fallen).isEqualTo(SearchOutbox.ATTEMPTS);
    }

    @Test
    void what_has_arrived_before_the_server_fell_is_told_to_kept_pages() {
        queue(1, 2);
        server.deadly = product(2).key();
        tryToRun();
        var before = revision;

        tryToRun();

        assertThat(server.held).containsExactly("product/1");
        assertThat(revision).isEqualTo(before + 1);
    }

    @Test
    void a_document_that_is_refused_in_halves_is_one_attempt_of_each() {
        queue(1, 2, 3, 4, 5, 6, 7, 8);
        server.refused = product(5).key();

        update.run();

        assertThat(outbox.attempts.values()).containsOnly(1);
        assertThat(outbox.failures).containsOnlyKeys(5L);
        assertThat(server.held).hasSize(7);
    }

    @Test
    void what_cannot_be_read_is_put_aside_after_as_many_attempts() {
        queue(1);
        unreadable.add(product(1));

        for (var round = 0; round < SearchOutbox.ATTEMPTS; round++) {
            update.run();
        }

        assertThat(outbox.aside).containsExactly(product(1));
    }

    private void tryToRun() {
        try {
            update.run();
        } catch (SearchUnavailable away) {
            // It comes back before the next round.
        }
    }

    private void queue(long... products) {
        for (var id : products) {
            outbox.rows.add(id);
        }
    }

    private static Subject product(long id) {
        return new Subject(SubjectKind.PRODUCT, id);
    }

    /** Rows of products by their own ids; all are due at once, also those that wait to be tried again. */
    private static final class Outbox extends SearchOutbox {
        private final List<Long> rows = new ArrayList<>();
        private final List<Subject> aside = new ArrayList<>();
        private final Map<Long, Integer> attempts = new HashMap<>();
        private final Map<Long, String> failures = new HashMap<>();

        @Override
        public boolean claim() {
            return true;
        }

        @Override
        public List<Row> due(int atMost) {
            return rows.stream()
                    .map(id -> new Row(id, product(id), attempts.getOrDefault(id, 0)))
                    .toList();
        }

        @Override
        public void tried(Collection<Row> tried) {
            tried.forEach(row -> attempts.merge(row.id(), 1, Integer::sum));
        }

        @Override
        public void done(Collection<Row> done) {
            done.forEach(row -> rows.remove(row.id()));
        }

        @Override
        public void failed(Collection<Row> failed, String why) {
            failed.forEach(row -> {
                failures.put(row.id(), why);
                if (attempts.getOrDefault(row.id(), 0) >= ATTEMPTS) {
                    rows.remove(row.id());
                    aside.add(row.subject());
                }
            });
        }
    }

    private static final class Server extends IndexContents {
        private final List<String> held = new ArrayList<>();
        private boolean isAway;
        private String deadly = "";
        private String refused = "";
        private int fallen;

        Server() {
            super(new SearchSettings(URI.create("http://127.0.0.1:9/solr/loa"), false, SHORT, SHORT, SHORT));
        }

        @Override
        void requireTaking() {
            if (isAway) {
                throw new SearchUnavailable("away");
            }
        }

        @Override
        void replace(Collection<JsonObject> documents, List<String> removed) {
            var ids = documents.stream().map(IndexDocument::id).toList();
            if (ids.contains(deadly)) {
                fallen++;
                throw new SearchUnavailable("fallen");
            }
            if (ids.contains(refused)) {
                throw new DocumentRefused("refused");
            }
            held.addAll(ids);
        }
    }
}
