package vn.loa.media;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.loa.media.MediaRefused.Reason;

/**
 * What a file is, told from its first bytes; what its owner says only chooses between the media types that such a file may have.
 *
 * @param contentType its media type
 */
public record SniffedType(FileFormat format, String contentType) {
    /**
     * @param name as its owner calls it
     * @param declared the media type it is said to be of; null when nobody says
     * @param head the first {@value FileFormat#HEAD} bytes, or all of a shorter file
     * @throws MediaRefused when it is empty, of no known type, or not of the declared one
     */
    public static SniffedType of(String name, @Nullable String declared, byte[] head) {
        if (head.length == 0) {
            throw new MediaRefused(Reason.EMPTY, name + " is empty");
        }
        var format = FileFormat.of(head)
                .orElseThrow(() -> new MediaRefused(
                        Reason.UNKNOWN_TYPE,
                        name + " is not a sound, film, picture, document or subtitle file that Loa keeps"));
        var type = format.typeFor(declared, name)
                .orElseThrow(() -> new MediaRefused(
                        Reason.OTHER_TYPE,
                        "%s is said to be %s, but its content is %s".formatted(name, declared, format.name())));
        return new SniffedType(format, type);
    }

    public MediaKind kind() {
        var top = contentType.substring(0, contentType.indexOf('/'));
        return Arrays.stream(MediaKind.values())
                .filter(kind -> kind.code().equals(top.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(MediaKind.DOCUMENT);
    }
}
