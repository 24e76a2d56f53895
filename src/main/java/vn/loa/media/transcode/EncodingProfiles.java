package vn.loa.media.transcode;

import java.util.Optional;

/** What is made of files: read from {@code encoding/*.json}, strictly. */
public final class EncodingProfiles {
    /**
     * Those that come with the program.
     *
     * @throws IllegalStateException with a sentence that names what is wrong
     */
    public static EncodingProfiles load() {
        throw new UnsupportedOperationException("follows");
    }

    /** The version of a profile now; empty when there is no such profile any more. */
    public Optional<Integer> version(String profile) {
        throw new UnsupportedOperationException("follows");
    }
}
