package vn.loa.sample;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.Product;
import vn.loa.catalog.ProductEditing;
import vn.loa.catalog.ProductTransitions;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.common.Coded;
import vn.loa.media.IncomingFile;
import vn.loa.media.Measurement;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaIngest;
import vn.loa.subtitles.SubtitleImport;
import vn.loa.subtitles.SubtitleTrack;

/** Adds the tracks that a sample file describes to a product. */
@Dependent
class SampleTracks {
    @Inject
    private MediaIngest ingest;

    @Inject
    private SubtitleImport subtitles;

    @Inject
    private ProductEditing editing;

    @Inject
    private ProductTransitions transitions;

    /** Takes in the files of a track and opens it when the file says that its reviewer has. */
    void add(SampleFolder folder, Product product, JsonObject row) {
        var language = row.getString("language");
        var taken = row.containsKey("cues") && !row.isNull("cues")
                ? takeCues(folder, row.getString("cues"), language)
                : takeFiles(folder, row);
        var track = editing.addTrack(
                product,
                Coded.of(TrackKind.class, row.getString("kind")),
                language,
                Coded.of(TrackRole.class, row.getString("role")),
                row.getString("label", null),
                taken.asset(),
                taken.cues(),
                Actor.SAMPLE);
        if (row.getString("state").equals("approved")) {
            transitions.approve(track, Actor.SAMPLE);
        }
    }

    private record Taken(MediaAsset asset, @Nullable SubtitleTrack cues) {}

    private Taken takeCues(SampleFolder folder, String name, String language) {
        var file = folder.file(name);
        var outcome = subtitles.take(file.getFileName().toString(), language, () -> Files.newInputStream(file), null);
        if (outcome instanceof SubtitleImport.Imported imported) {
            return new Taken(imported.asset(), imported.track());
        }
        throw new IllegalStateException("The sample content is damaged: " + outcome);
    }

    private Taken takeFiles(SampleFolder folder, JsonObject row) {
        var duration = number(row, "durationMillis").map(Duration::ofMillis).orElse(null);
        var files = row.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                .map(file -> incoming(folder, file, duration))
                .toList();
        return new Taken(ingest.ingest(files), null);
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
