package vn.loa.media.transcode;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.common.Jsons;
import vn.loa.media.transcode.Failure.Reason;
import vn.loa.media.transcode.VideoStream.Transfer;

/**
 * What ffprobe lists.
 *
 * @param claimed how long the file says it lasts
 * @param streams as ffprobe describes them
 */
record StreamListing(Optional<Duration> claimed, List<JsonObject> streams) {
    private static final Pattern RATIO = Pattern.compile("(\\d{1,9})[:/](\\d{1,9})");
    /** What is beyond it is no rate of pictures but the clock that their times are written in. */
    private static final double FASTEST = 120;

    private static final Set<String> ENCRYPTED = Set.of("encv", "enca");
    private static final Set<String> INTERLACED = Set.of("tt", "bb", "tb", "bt");
    private static final String UNKNOWN = "unknown";
    private static final String TAPE = "dvvideo";

    /** @throws TranscodingFailed if it is no listing */
    static StreamListing read(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            var root = reader.readObject();
            var streams = root.containsKey("streams")
                    ? root.getJsonArray("streams").getValuesAs(JsonObject.class)
                    : List.<JsonObject>of();
            var claimed = Optional.ofNullable(root.getJsonObject("format"))
                    .flatMap(format -> text(format, "duration"))
                    .map(seconds -> Duration.ofMillis(
                            new BigDecimal(seconds).movePointRight(3).longValue()));
            return new StreamListing(claimed, streams);
        } catch (JsonException | ClassCastException | NumberFormatException e) {
            throw new TranscodingFailed(Reason.CRASHED, "ffprobe printed no listing: " + e.getMessage());
        }
    }

    /** @throws TranscodingFailed with the first rule that the file breaks */
    void refuse(SourceLimits limits) {
        if (streams.size() > limits.streams()) {
            throw new TranscodingFailed(Reason.TOO_MANY_STREAMS, streams.size() + " streams");
        }
        for (var stream : streams) {
            refuse(stream, limits);
        }
        if (picture().isEmpty() && audio().isEmpty()) {
            requireKnownCodecs();
            throw new TranscodingFailed(
                    Reason.NO_STREAMS, "There is neither sound nor picture among " + streams.size() + " streams");
        }
        if (streams.stream().anyMatch(StreamListing::isFilm) && picture().isEmpty()) {
            requireKnownCodecs();
        }
    }

    private static void refuse(JsonObject stream, SourceLimits limits) {
        if (ENCRYPTED.contains(text(stream, "codec_tag_string").orElse(""))) {
            throw new TranscodingFailed(
                    Reason.ENCRYPTED,
                    "A stream is " + text(stream, "codec_tag_string").orElse(""));
        }
        var width = stream.getInt("width", 0);
        var height = stream.getInt("height", 0);
        if (width > limits.side() || height > limits.side()) {
            throw new TranscodingFailed(Reason.PICTURE_TOO_LARGE, width + " × " + height);
        }
    }

    private void requireKnownCodecs() {
        streams.stream()
                .filter(stream -> isOf(stream, "video") || isOf(stream, "audio"))
                .filter(stream -> !isKnown(stream))
                .findFirst()
                .ifPresent(stream -> {
                    throw new TranscodingFailed(
                            Reason.UNKNOWN_CODEC,
                            text(stream, "codec_name")
                                    .or(() -> text(stream, "codec_tag_string"))
                                    .orElse("none"));
                });
    }

    Optional<VideoStream> picture() {
        return streams.stream()
                .filter(StreamListing::isFilm)
                .filter(StreamListing::isKnown)
                .findFirst()
                .map(StreamListing::video);
    }

    Optional<VideoStream> cover() {
        return streams.stream()
                .filter(stream -> isOf(stream, "video") && isAttached(stream) && isKnown(stream))
                .findFirst()
                .map(StreamListing::video);
    }

    List<AudioStream> audio() {
        return streams.stream()
                .filter(stream -> isOf(stream, "audio") && isKnown(stream) && stream.getInt("channels", 0) > 0)
                .map(StreamListing::sound)
                .toList();
    }

    private static AudioStream sound(JsonObject stream) {
        return new AudioStream(stream.getInt("index"), disposition(stream, "default"));
    }

    private static VideoStream video(JsonObject stream) {
        var ratio =
                ratio(stream, "sample_aspect_ratio").orElse(new Fraction(1, 1)).value();
        var across = (int) Math.max(1, Math.round(stream.getInt("width", 0) * ratio));
        var down = Math.max(1, stream.getInt("height", 0));
        var turned = rotation(stream) % 180 != 0;
        var mean = ratio(stream, "avg_frame_rate")
                .or(() -> ratio(stream, "r_frame_rate"))
                .orElse(new Fraction(25, 1));
        var interlaced = isInterlaced(stream);
        var common = ratio(stream, "r_frame_rate")
                // Of interlaced pictures it may count the halves.
                .filter(rate -> !interlaced || rate.value() < mean.value() * 1.5)
                .orElse(mean);
        return new VideoStream(
                stream.getInt("index"),
                text(stream, "codec_name").orElse(""),
                turned ? down : across,
                turned ? across : down,
                common.value() <= FASTEST ? common : mean,
                Math.abs(common.value() - mean.value()) > mean.value() / 100,
                interlaced,
                text(stream, "color_space").orElse(""),
                transfer(stream));
    }

    /** Tape holds two moments in each picture, and its format does not say so. */
    private static boolean isInterlaced(JsonObject stream) {
        var order = text(stream, "field_order").orElse(UNKNOWN);
        return INTERLACED.contains(order)
                || order.equals(UNKNOWN) && text(stream, "codec_name").equals(Optional.of(TAPE));
    }

    /** Clockwise, from 0 to 359. */
    private static int rotation(JsonObject stream) {
        var counterclockwise = Optional.ofNullable(stream.getJsonArray("side_data_list")).stream()
                .flatMap(list -> list.getValuesAs(JsonObject.class).stream())
                .filter(data -> data.containsKey("rotation"))
                .mapToInt(data -> data.getInt("rotation"))
                .findFirst();
        return Math.floorMod(-counterclockwise.orElse(0), 360);
    }

    private static Transfer transfer(JsonObject stream) {
        return switch (text(stream, "color_transfer").orElse("")) {
            case "smpte2084" -> Transfer.PQ;
            case "arib-std-b67" -> Transfer.HLG;
            default -> Transfer.STANDARD;
        };
    }

    private static boolean isFilm(JsonObject stream) {
        return isOf(stream, "video") && !isAttached(stream);
    }

    private static boolean isAttached(JsonObject stream) {
        return disposition(stream, "attached_pic") || disposition(stream, "timed_thumbnails");
    }

    private static boolean isKnown(JsonObject stream) {
        return text(stream, "codec_name").filter(Demuxer::knows).isPresent();
    }

    private static boolean isOf(JsonObject stream, String type) {
        return text(stream, "codec_type").filter(type::equals).isPresent();
    }

    private static boolean disposition(JsonObject stream, String name) {
        return Optional.ofNullable(stream.getJsonObject("disposition"))
                .filter(flags -> flags.getInt(name, 0) == 1)
                .isPresent();
    }

    private static Optional<Fraction> ratio(JsonObject stream, String name) {
        return text(stream, name)
                .map(RATIO::matcher)
                .filter(match -> match.matches())
                .filter(match -> Integer.parseInt(match.group(1)) > 0 && Integer.parseInt(match.group(2)) > 0)
                .map(match -> new Fraction(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))));
    }

    private static Optional<String> text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
