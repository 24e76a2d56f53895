package vn.loa.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;

/** A file that an editor sent through the API, and that is a track of a new product. Closing it takes the track back, which ends all work on it. */
final class SentFile implements AutoCloseable {
    /** With anything that is made of a file, on a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Content content;
    private final Staff editor;
    private final String track;
    private final long sent;

    private SentFile(Content content, Staff editor, String track, long sent) {
        this.content = content;
        this.editor = editor;
        this.track = track;
        this.sent = sent;
    }

    /** @param kind audio or video */
    static SentFile to(Portal portal, Path file, String kind) throws Exception {
        Staff editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        String slug = Drafts.start(editor);
        TusClient client = new TusClient(portal, editor);
        String upload = TusClient.id(client.announce(file.getFileName().toString(), Files.size(file)));
        Pages.require(client.send(upload, 0, BodyPublishers.ofFile(file)), 204);
        long sent = System.nanoTime();
        HttpResponse<String> added = editor.send(
                "POST",
                Drafts.PRODUCTS + "/" + slug + "/tracks",
                "{\"upload\":\"%s\",\"kind\":\"%s\",\"language\":\"vi\",\"role\":\"original\"}"
                        .formatted(upload, kind));
        Pages.require(added, 202);
        return new SentFile(
                new Content(portal),
                editor,
                added.headers().firstValue("Location").orElseThrow(),
                sent);
    }

    /** Waits until something of it can be played. @return seconds since the last byte came */
    double playable() {
        Until.answer(() -> editor.get(track).body(), answer -> answer.contains("\"state\":\"ready\""), PATIENCE);
        return since();
    }

    /** Waits until a step has ended well. @return seconds since the last byte came */
    double done(String step) {
        return await(step, "done");
    }

    /** Waits until a step is under way. */
    void running(String step) {
        await(step, "running");
    }

    private double await(String step, String state) {
        Until.answer(() -> is(step, state), Boolean::booleanValue, PATIENCE);
        return since();
    }

    /** Whether a step is in this state now. */
    boolean is(String step, String state) throws SQLException {
        return !content.ask(
                        "select j.id from processing_job j join track t on t.asset = j.asset where t.id = %s and j.step = '%s' and j.state = '%s'"
                                .formatted(track.substring(track.lastIndexOf('/') + 1), step, state))
                .isEmpty();
    }

    private double since() {
        return (System.nanoTime() - sent) / 1e9;
    }

    @Override
    public void close() {
        Pages.require(editor.send("DELETE", track, ""), 204);
    }

    /** Waits until the portal has nothing to encode, and has read the documents of its sample content. */
    static void awaitRest(Portal portal) {
        Content content = new Content(portal);
        Until.answer(
                () -> content.ask(
                        "select id from media_asset where kind = 'document' and state = 'ready' and read_form = 0"),
                List::isEmpty,
                PATIENCE);
        Until.answer(
                () -> content.ask("select id from processing_job where finished_at is null"), List::isEmpty, PATIENCE);
    }
}
