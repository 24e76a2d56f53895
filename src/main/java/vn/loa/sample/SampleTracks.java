package vn.loa.sample;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.Product;
import vn.loa.catalog.ProductTransitions;
import vn.loa.catalog.TrackEditing;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.common.Coded;
import vn.loa.media.IncomingFile;
import vn.loa.media.Measurement;
import vn.loa.media.MediaIngest;
import vn.loa.subtitles.SubtitleImport;

/** Adds the tracks that a sample file describes to a product. */
@Dependent
class SampleTracks {
    @Inject
    private MediaIngest ingest;

    @Inject
    private SubtitleImport subtitles;

    @Inject
    private TrackEditing editing;

    @Inject
    private ProductTransitions transitions;

    /** A track that the file of a product describes, with its bytes in the store; either cues or files. */
    record Kept(JsonObject row, SubtitleImport.@Nullable Read cues, List<MediaIngest.KeptFile> files) {}

    /** Keeps the bytes of all tracks of a product; not within a transaction. */
    List<Kept> keep(SampleFolder folder, JsonObject file) {
        var rows = (JsonArray) file.getOrDefault("tracks", JsonValue.EMPTY_JSON_ARRAY);
        return rows.getValuesAs(JsonObject.class).stream()
                .map(row -> keepOne(folder, row))
                .toList();
    }

    private Kept keepOne(SampleFolder folder, JsonObject row) {
        return row.containsKey("cues") && !row.isNull("cues")
                ? new Kept(row, read(folder, row.getString("cues"), row.getString("language")), List.of())
                : new Kept(row, null, keepFiles(folder, row));
    }

    /** Adds a track and opens it when the file says that its reviewer has. */
    void add(Product product, Kept kept) {
        var row = kept.row();
        var cues = kept.cues() == null ? null : subtitles.store(kept.cues());
        var track = editing.addTrack(
                product,
                Coded.of(TrackKind.class, row.getString("kind")),
                row.getString("language"),
                Coded.of(TrackRole.class, row.getString("role")),
                row.getString("label", null),
                cues == null ? ingest.ingest(kept.files()) : cues.asset(),
                cues == null ? null : cues.track(),
                Actor.SAMPLE);
        if (row.getString("state").equals("approved")) {
            transitions.approve(track, Actor.SAMPLE);
        }
    }

    private SubtitleImport.Read read(SampleFolder folder, String name, String language) {
        var file = folder.file(name);
        var outcome = subtitles.read(file.getFileName().toString(), language, () -> Files.newInputStream(file), null);
        if (outcome instanceof SubtitleImport.Read read) {
            return read;
        }
        throw new IllegalStateException("The sample content is damaged: " + outcome);
    }

    private List<MediaIngest.KeptFile> keepFiles(SampleFolder folder, JsonObject row) {
        var duration = number(row, "durationMillis").map(Duration::ofMillis).orElse(null);
        return row.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                .map(file -> ingest.keep(incoming(folder, file, duration)))
                .toList();
    }

    private static IncomingFile incoming(SampleFolder folder, JsonObject file, @Nullable Duration trackLength) {
        var path = folder.file(file.getString("file"));
        var length = number(file, "durationMillis").map(Duration::ofMillis).orElse(trackLength);
        return new IncomingFile(
                path.getFileName().toString(),
                file.getString("contentType"),
                file.getString("profile"),
                () -> Files.newInputStream(path),
                new Measurement(
                        number(file, "bitrate").map(Long::intValue).orElse(null),
                        number(file, "width").map(Long::intValue).orElse(null),
                        number(file, "height").map(Long::intValue).orElse(null),
                        length));
    }

    private static Optional<Long> number(JsonObject object, String field) {
        return object.containsKey(field) && !object.isNull(field)
                ? Optional.of(object.getJsonNumber(field).longValue())
                : Optional.empty();
    }
}
