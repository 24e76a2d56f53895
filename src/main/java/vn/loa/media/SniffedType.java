package vn.loa.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        var type = format.typeFor(declared, name, head)
                .orElseThrow(() -> new MediaRefused(
                        Reason.OTHER_TYPE,
                        "%s is said to be %s, but its content is %s".formatted(name, declared, format.name())));
        return new SniffedType(format, type);
    }

    /**
     * The same of a file on this machine, of which more than the first bytes is looked at where those do not tell enough: an archive must hold an office
     * document.
     *
     * @throws MediaRefused as {@link #of(String, String, byte[])}, and when it is another archive
     * @throws IOException when it cannot be read
     */
    public static SniffedType of(String name, @Nullable String declared, Path file) throws IOException {
        byte[] head;
        try (var content = Files.newInputStream(file)) {
            head = content.readNBytes(FileFormat.HEAD);
        }
        var type = of(name, declared, head);
        var isWhole = switch (type.format) {
            case OFFICE -> OfficeArchive.isDocument(file);
            case OLD_OFFICE -> CompoundFile.isDocument(file);
            default -> true;
        };
        if (!isWhole) {
            throw new MediaRefused(
                    Reason.UNKNOWN_TYPE, name + " is an archive that is no sound document of an office program");
        }
        return type;
    }

    public MediaKind kind() {
        var top = contentType.substring(0, contentType.indexOf('/'));
        return Arrays.stream(MediaKind.values())
                .filter(kind -> kind.code().equals(top.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(MediaKind.DOCUMENT);
    }
}
