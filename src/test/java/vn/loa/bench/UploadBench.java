package vn.loa.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.UsesPortal;

/** How fast one gigabyte comes by tus, beside a copy of it on the same disk that is forced there, and what that costs in memory. */
@UsesPortal
@Order(37)
class UploadBench {
    private static final long SIZE = 1L << 30;
    private static final int PIECE = 1 << 20;
    private static final int ROUNDS = 3;
    private static final double MB = 1e6;

    private final Random random = new Random(1);

    @Test
    void oneGigabyteComes(Portal portal) throws Exception {
        Report report = new Report("upload", "1 GiB by tus in one request, beside cp and fsync on the same disk");
        TusClient client = new TusClient(portal, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        Path folder = Files.createDirectories(portal.data().resolve("bench"));
        double[] came = new double[ROUNDS];
        double[] copied = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        try {
            Path file = written(folder.resolve("large.pdf"));
            memory(client, file, report);
            for (int i = 0; i < ROUNDS; i++) {
                copied[i] = SIZE / MB / (Samples.millis(() -> copy(file, folder.resolve("copy"))) / 1000);
                came[i] = SIZE / MB / (sent(client, file) / 1000);
                ratios[i] = came[i] / copied[i];
            }
        } finally {
            Folders.delete(folder);
        }
        report.row("portal", median(came), "MB/s")
                .row("cp and fsync", median(copied), "MB/s")
                .row("ratio", median(ratios), "of cp", ">= 0.5")
                .note("Medians of " + ROUNDS + " turns of each; the sender runs on the same machine")
                .publish();
    }

    /** While the file comes: all that is still in use after a collection, again and again. */
    private static void memory(TusClient client, Path file, Report report) throws Exception {
        Heap heap = new Heap(ProcessorTime.portal());
        long before = heap.live();
        CompletableFuture<Void> upload = CompletableFuture.runAsync(() -> {
            try {
                sent(client, file);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        long most = heap.live();
        int looks = 1;
        while (!upload.isDone()) {
            most = Math.max(most, heap.live());
            looks++;
        }
        upload.join();
        report.row("heap in use before", before / MB, "MB")
                .row("growth while it comes, at most", (most - before) / MB, "MB", "< 64 MB")
                .note("Heap after collections by jcmd, looked at " + looks + " times during one upload more");
    }

    /** Sends it and lets it be forgotten. @return milliseconds until all of it was acknowledged */
    private static double sent(TusClient client, Path file) throws Exception {
        String id = TusClient.id(client.announce(file.getFileName().toString(), SIZE));
        double millis = Samples.millis(() -> Pages.require(client.send(id, 0, BodyPublishers.ofFile(file)), 204));
        Pages.require(client.end(id), 204);
        return millis;
    }

    private static void copy(Path file, Path target) throws IOException, InterruptedException {
        Process cp = new ProcessBuilder("cp", "--reflink=never", file.toString(), target.toString())
                .inheritIO()
                .start();
        if (cp.waitFor() != 0) {
            throw new IOException("cp failed");
        }
        try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.delete(target);
    }

    /** What no disk makes smaller. */
    private Path written(Path file) throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long i = 0; i < SIZE; i += PIECE) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return file;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
