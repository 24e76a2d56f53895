package vn.loa.media.transcode;

import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;

/** What is made of files: read from {@code encoding/*.json}, strictly. Never changes once it is read. */
public final class EncodingProfiles {
    private final SoundProfiles sound;
    private final FilmProfiles film;
    private final PictureProfiles pictures;
    private final Map<String, Integer> versions = new HashMap<>();

    private EncodingProfiles(SoundProfiles sound, FilmProfiles film, PictureProfiles pictures) {
        this.sound = sound;
        this.film = film;
        this.pictures = pictures;
        sound.sounds().forEach(profile -> versions.put(profile.name(), sound.version()));
        Stream.concat(film.rungs().stream(), Stream.of(film.smallest()))
                .forEach(profile -> versions.put(profile.name(), film.version()));
        film.progressive().forEach(profile -> versions.put(profile.name(), film.version()));
    }

    /** Where the text of one of the three files comes from. */
    @FunctionalInterface
    interface Resources {
        InputStream open(String name) throws IOException;
    }

    /**
     * Those that come with the program.
     *
     * @throws IllegalStateException with a sentence that names what is wrong
     */
    public static EncodingProfiles load() {
        return load(name -> Optional.ofNullable(EncodingProfiles.class.getResourceAsStream("/encoding/" + name))
                .orElseThrow(() -> new IOException("it is missing")));
    }

    static EncodingProfiles load(Resources resources) {
        var sound = read(resources, "sound.json", SoundProfiles::read);
        return new EncodingProfiles(
                sound,
                read(resources, "film.json", fields -> FilmProfiles.read(fields, sound)),
                read(resources, "pictures.json", PictureProfiles::read));
    }

    private static <T> T read(Resources resources, String name, Function<JsonFields, T> read) {
        try (var in = resources.open(name);
                var reader = Jsons.reader(in)) {
            var fields = new JsonFields(reader.readObject());
            var value = read.apply(fields);
            fields.finish();
            return value;
        } catch (IOException | JsonException | InvalidInput e) {
            throw new IllegalStateException(
                    "The encoding profiles in " + name + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * The version of a profile now: what was encoded by another one is encoded anew when there is time. Empty when there is no such profile any
     * more.
     */
    public Optional<Integer> version(String profile) {
        var one = Optional.ofNullable(versions.get(profile));
        return one.or(() -> PictureNames.isOne(profile) ? Optional.of(pictures.version()) : Optional.empty());
    }

    SoundProfiles sound() {
        return sound;
    }

    FilmProfiles film() {
        return film;
    }

    PictureProfiles pictures() {
        return pictures;
    }

    /** One of an enumeration, written in small letters. */
    static <E extends Enum<E>> E choice(JsonFields fields, String field, E[] values) {
        var text = fields.text(field);
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    fields.violated(
                            field, "must be one of " + Arrays.toString(values).toLowerCase(Locale.ROOT));
                    return values[0];
                });
    }

    static int within(JsonFields fields, String field, int least, int most) {
        var value = fields.integer(field);
        if (value < least || value > most) {
            fields.violated(field, "must be a number from " + least + " to " + most);
        }
        return value;
    }
}
