package vn.loa.media.transcode;

import java.util.List;

/**
 * A dub that was encoded for a film.
 *
 * @param files the same audio groups as the film's own sound has, and what every sound has
 */
public record Dub(List<EncodedFile> files, DubReport report) {
    public Dub {
        files = List.copyOf(files);
    }
}
