package vn.loa.media.transcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A film whose sound is replaced.
 *
 * @param files its finished files with picture and sound in MP4 by the names of their profiles, smallest first
 */
public record DubbedFilm(Duration duration, Map<String, Path> files) {
    public DubbedFilm {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
}
