package vn.loa.media;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param name as its owner calls it; shown, never used as a path
 * @param declaredType the media type it is said to be of; null when nobody says
 * @param profile which rendition it is: A0, A1, A2, station, V0, V1, poster-320 …, subtitles, original
 * @param content its bytes
 */
public record IncomingFile(
        String name, @Nullable String declaredType, String profile, Content content, Measurement measurement) {
    /** The file as its owner sent it, nothing measured yet. */
    public static IncomingFile original(String name, @Nullable String declaredType, Content content) {
        return new IncomingFile(name, declaredType, Rendition.MASTER, content, Measurement.NONE);
    }

    /** Where bytes come from. */
    @FunctionalInterface
    public interface Content {
        /** Opens them from the first; whoever opened them closes them. */
        InputStream open() throws IOException;
    }
}
