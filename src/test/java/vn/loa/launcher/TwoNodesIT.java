package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.Until;

/** Two portals on one database and one store: each job has one winner, also when one of them stood still for a while and comes back with a result. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {
    private static final String LATE = "is not the newest any more";

    /** Long enough that a node on a busy machine is not taken for dead. */
    private static final int HEARTBEAT_SECONDS = 4;

    @TempDir
    private static Path folder;

    private static Nodes nodes;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() throws Exception {
        nodes = Nodes.start(folder, HEARTBEAT_SECONDS);
        one = nodes.newest();
    }

    @AfterAll
    static void stop() {
        // Also when the start failed halfway.
        if (nodes != null) {
            nodes.close();
        }
    }

    /** The second node is started only then, so that it is the first that has the job. */
    @Test
    @Order(1)
    void aNodeThatWasPausedPastItsLeaseChangesNothing() throws Exception {
        Sending file = Sending.document();
        nodes.arm("taken-in-stored");
        file.to(one);
        nodes.awaitReached("taken-in-stored");
        one.program().pause();
        nodes.disarm();

        other = nodes.serve();
        file.goesOn(other, nodes.data());
        String before = state();
        assertThat(nodes.number("select max(attempt) from processing_job")).isEqualTo(2);
        one.program().resume();

        Until.holds(() -> one.program().lines().stream().anyMatch(line -> line.contains(LATE)));
        assertThat(state()).as("what the late worker found").isEqualTo(before);
        nodes.check();
    }

    @Test
    @Order(2)
    void filesThatComeToBothAtOnceAreEachWorkedOnOnce() throws Exception {
        List<Sending> first = List.of(Sending.document(), Sending.recording());
        List<Sending> second = List.of(Sending.recording(), Sending.document());
        long before = nodes.number("select coalesce(max(id), 0) from processing_job");

        Stream.concat(
                        first.stream().map(file -> CompletableFuture.runAsync(() -> file.to(one))),
                        second.stream().map(file -> CompletableFuture.runAsync(() -> file.to(other))))
                .toList()
                .forEach(CompletableFuture::join);

        for (Sending file : first) {
            file.goesOn(other, nodes.data());
        }
        for (Sending file : second) {
            file.goesOn(one, nodes.data());
        }
        assertThat(nodes.number("select count(*) from processing_job where id > " + before))
                .as("one step for each document, three for each recording")
                .isEqualTo(8);
        assertThat(nodes.number("select count(*) from processing_job where attempt > 1 and id > " + before))
                .as("jobs that were begun twice")
                .isZero();
        nodes.check();
    }

    /** What the database says of jobs, assets, tracks and files, with all versions. */
    private static String state() throws Exception {
        return nodes.number("select count(*) from rendition") + " "
                + nodes.number("select sum(version) from media_asset") + " "
                + nodes.number("select sum(version) from processing_job") + " "
                + nodes.number("select sum(version) from track");
    }
}
