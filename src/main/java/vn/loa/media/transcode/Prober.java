package vn.loa.media.transcode;

import java.nio.file.Path;

/** Looks at foreign files and refuses those that cannot become anything. Safe for use by many threads. */
public final class Prober {
    private final Ffmpeg ffmpeg;
    private final SourceLimits limits;

    public Prober(Ffmpeg ffmpeg, SourceLimits limits) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
    }

    /**
     * What a file is. Reads all of it, but decodes next to nothing.
     *
     * @param folder for temporary files, all of which are gone when this returns
     */
    public Outcome<Probe> probe(Source source, Path folder) {
        throw new UnsupportedOperationException("follows");
    }
}
