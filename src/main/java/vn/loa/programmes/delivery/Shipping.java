package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.StationSound;
import vn.loa.common.Sha256;
import vn.loa.media.MediaStorage;
import vn.loa.programmes.delivery.DeliverySteps.Turn;
import vn.loa.programmes.packages.KeptSounds;
import vn.loa.programmes.packages.WeekFiles;

/** Puts together what a target is sent. */
@ApplicationScoped
class Shipping {
    private static final String PACKAGE = "goi.zip";
    private static final int PIECE = 1 << 16;
    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "ics", "text/calendar; charset=utf-8",
            "m3u8", "audio/mpegurl; charset=utf-8",
            "xspf", "application/xspf+xml");

    @Inject
    private KeptSounds sounds;

    @Inject
    private MediaStorage storage;

    /** What is sent. Close it when it is: then nothing of it is left on this machine. */
    record Packed(Shipment shipment, @Nullable Path file) implements Closeable {
        @Override
        public void close() throws IOException {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** @param pressure to which it gives way while it is put together, too @throws GaveWay when it does */
    Packed pack(Turn turn, Pressure pressure) throws IOException {
        var week = turn.files();
        var parts = turn.sent();
        var folder = segment(week.station()) + "/" + week.week().code() + "/";
        var files = new ArrayList<ShippedFile>();
        if (parts.contains(SentPart.SOUNDS)) {
            files.addAll(sounds(turn.urgent() ? week.urgentSounds() : week.sounds()));
        }
        if (parts.contains(SentPart.CALENDAR)) {
            files.addAll(texts(folder, week.calendar()));
        }
        if (parts.contains(SentPart.PLAYLISTS)) {
            files.addAll(texts(folder, week.playlists()));
        }
        var zip = parts.contains(SentPart.PACKAGE) && !week.isEmpty() ? zip(turn, pressure) : null;
        try {
            if (zip != null) {
                files.add(packed(folder + PACKAGE, zip));
            }
            files.add(programme(turn, folder, parts, files));
            return new Packed(
                    new Shipment(
                            week.station(), week.week().code(), turn.revision(), turn.urgent(), files, signer(week)),
                    zip);
        } catch (IOException | RuntimeException e) {
            if (zip != null) {
                Files.deleteIfExists(zip);
            }
            throw e;
        }
    }

    private static ShippedFile programme(Turn turn, String folder, Set<SentPart> parts, List<ShippedFile> others) {
        var along = others.stream()
                .filter(file -> !file.lasting())
                .map(file -> new WeekFiles.Named(file.name(), file.type(), file.bytes(), file.sha256()))
                .toList();
        return ShippedFile.of(
                folder + WeekFiles.PROGRAMME,
                TYPES.getOrDefault("json", ""),
                turn.files().programme(turn.revision(), turn.urgent(), parts.contains(SentPart.SOUNDS), along));
    }

    private List<ShippedFile> sounds(Collection<StationSound> wanted) {
        return wanted.stream()
                .map(sound -> new ShippedFile(
                        WeekFiles.SOUNDS + "/" + WeekFiles.name(sound),
                        sound.contentType(),
                        sound.bytes(),
                        sound.sha256(),
                        true,
                        () -> sounds.open(sound.sha256())))
                .toList();
    }

    private static List<ShippedFile> texts(String folder, Map<String, byte[]> texts) {
        return texts.entrySet().stream()
                .map(text -> ShippedFile.of(
                        folder + text.getKey(),
                        TYPES.getOrDefault(text.getKey().replaceAll(".*\\.", ""), "text/plain"),
                        text.getValue()))
                .toList();
    }

    /** Where packages are made, which is cleared of what crashes leave. */
    private Path zip(Turn turn, Pressure pressure) throws IOException {
        var file = Files.createDirectories(storage.folder().resolve("packages"))
                .resolve("delivery-" + turn.delivery() + "-" + turn.number() + ".zip");
        Files.deleteIfExists(file);
        try {
            turn.files().pack(sha256 -> new GivingWay(sounds.open(sha256), pressure), file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    /** A sound that is read while nothing urgent waits. */
    private static final class GivingWay extends FilterInputStream {
        private final Pressure pressure;

        GivingWay(InputStream bytes, Pressure pressure) {
            super(bytes);
            this.pressure = pressure;
        }

        @Override
        public int read() throws IOException {
            pressure.askNowAndThen();
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            pressure.askNowAndThen();
            return super.read(into, from, most);
        }
    }

    private static ShippedFile packed(String path, Path file) throws IOException {
        var digest = Sha256.digest();
        try (var bytes = Files.newInputStream(file)) {
            var piece = new byte[PIECE];
            for (var n = bytes.read(piece); n >= 0; n = bytes.read(piece)) {
                digest.update(piece, 0, n);
            }
        }
        return new ShippedFile(
                path,
                "application/zip",
                Files.size(file),
                HexFormat.of().formatHex(digest.digest()),
                false,
                () -> buffered(file));
    }

    private static InputStream buffered(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), PIECE);
    }

    /** A unit is called by its code, and the day on which it began where another had that code before. */
    private static String segment(String station) {
        return station.replaceAll("[^A-Za-z0-9-]", "_");
    }

    private static Shipment.Signer signer(WeekFiles week) {
        return new Shipment.Signer() {
            @Override
            public String key() {
                return week.key();
            }

            @Override
            public byte[] sign(byte[] bytes) {
                return week.sign(bytes);
            }
        };
    }
}
