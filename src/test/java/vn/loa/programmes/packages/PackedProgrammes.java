package vn.loa.programmes.packages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.StationSound;
import vn.loa.common.Sha256;
import vn.loa.common.Texts;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.ItemPriority;
import vn.loa.programmes.PlayedDay;
import vn.loa.programmes.PublicProgrammes.Span;

/** Programmes as tests pack them, with the bytes of their sounds. */
final class PackedProgrammes {
    /** Of the programme. */
    static final UUID NAME = UUID.fromString("6a0e3d2c-4a35-5a7e-9d0b-1f4f2b7c8d90");

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final SigningKey KEY = SigningKey.make();
    static final Map<String, String> LANGUAGES = Map.of("vi", "Tiếng Việt", "hmn", "Tiếng Mông");

    private final Map<String, byte[]> bytes = new HashMap<>();
    private final Map<LocalDate, List<PlayedDay.Block>> blocks = new HashMap<>();

    /** A sound whose bytes are these. */
    StationSound sound(long product, String slug, String title, String language, Duration length, byte[] content) {
        var sha256 = Sha256.hex(content);
        bytes.put(sha256, content);
        return new StationSound(
                product,
                slug,
                Texts.of("vi", title),
                "tieu-pham",
                Texts.of("vi", "Tiểu phẩm"),
                language,
                length,
                "/media/" + slug,
                "audio/mpeg",
                content.length,
                sha256,
                Instant.EPOCH,
                false);
    }

    /** The same, where it only holds the place of a translation. */
    static StationSound standIn(StationSound sound) {
        return new StationSound(
                sound.product(),
                sound.slug(),
                sound.title(),
                sound.genre(),
                sound.genreLabel(),
                sound.language(),
                sound.length(),
                sound.url(),
                sound.contentType(),
                sound.bytes(),
                sound.sha256(),
                sound.since(),
                true);
    }

    /** One that stands for itself. */
    StationSound sound(long product, String slug, String title) {
        return sound(
                product,
                slug,
                title,
                "hmn",
                Duration.ofSeconds(61),
                ("sound of " + slug).getBytes(StandardCharsets.UTF_8));
    }

    /** Plays sounds one after the other. */
    PackedProgrammes play(LocalDateTime begins, StationSound... sounds) {
        return play(begins, ItemPriority.NORMAL, sounds);
    }

    /** The same with a priority. */
    PackedProgrammes play(LocalDateTime begins, ItemPriority priority, StationSound... sounds) {
        var lines = new ArrayList<PlayedDay.Line>();
        var at = begins;
        for (var sound : sounds) {
            lines.add(new PlayedDay.Line(at, sound, priority));
            at = at.plusSeconds(sound.seconds());
        }
        blocks.computeIfAbsent(begins.toLocalDate(), none -> new ArrayList<>())
                .add(new PlayedDay.Block(begins, begins.plusMinutes(30), false, lines));
        return this;
    }

    /** Plays something that presses while the station is silent otherwise. */
    PackedProgrammes press(LocalDateTime at, StationSound sound) {
        blocks.computeIfAbsent(at.toLocalDate(), none -> new ArrayList<>())
                .add(new PlayedDay.Block(
                        at,
                        at.plusSeconds(sound.seconds()),
                        true,
                        List.of(new PlayedDay.Line(at, sound, ItemPriority.URGENT))));
        return this;
    }

    /** The week in which {@link #MONDAY} is. */
    Span span() {
        return new Span(
                NAME,
                "01393",
                Texts.of("vi", "Xã Lũng Nặm"),
                MONDAY.datesUntil(MONDAY.plusDays(7))
                        .map(day -> new PlayedDay(day, null, blocks.getOrDefault(day, List.of())))
                        .toList(),
                Instant.parse("2026-11-20T01:02:03Z"),
                7);
    }

    PackageContent content() {
        return content(null);
    }

    PackageContent content(@Nullable EarlierPackage since, Lost... left) {
        return PackageContent.of(
                span(),
                MONDAY,
                MONDAY.plusDays(6),
                "https://loa.example.vn",
                KEY.id(),
                since,
                LANGUAGES,
                List.of(left));
    }

    /** As a station has it that has this one. */
    static EarlierPackage earlier(long id, PackageContent content) {
        return new EarlierPackage(id, content.name(), List.copyOf(content.places()));
    }

    Path written(PackageContent content, Path file) throws IOException {
        PackageWriter.write(
                content,
                KEY,
                sha256 -> {
                    var found = bytes.get(sha256);
                    if (found == null) {
                        throw new IOException("Nobody keeps " + sha256);
                    }
                    return new ByteArrayInputStream(found);
                },
                file,
                percent -> {});
        return file;
    }

    /** Forgets what a sound is, and says another. */
    void spoil(StationSound sound) {
        bytes.put(sound.sha256(), "something else".getBytes(StandardCharsets.UTF_8));
    }

    /** Unpacks an archive as a program for archives does. @return the folder of the package */
    static Path unpacked(Path zip, Path into) throws IOException {
        String root = "";
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry : archive.stream().toList()) {
                var file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException(entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (var content = archive.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                root = entry.getName().substring(0, entry.getName().indexOf('/'));
            }
        }
        return into.resolve(root);
    }
}
