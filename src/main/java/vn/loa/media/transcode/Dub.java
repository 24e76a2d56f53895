package vn.loa.media.transcode;

import java.util.List;

/**
 * A dub that was encoded for a film.
 *
 * @param files the same audio groups as the film's own sound has, and the film's files with this sound
 */
public record Dub(List<EncodedFile> files, DubReport report) {
    public Dub {
        files = List.copyOf(files);
    }
}
