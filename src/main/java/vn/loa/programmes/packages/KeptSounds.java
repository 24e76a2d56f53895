package vn.loa.programmes.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.loa.media.BlobStore;

/** The bytes of what is played. Safe for use by many threads. */
@ApplicationScoped
public class KeptSounds {
    @Inject
    private BlobStore store;

    /** Close it. @param sha256 of the bytes @throws IOException also when nobody keeps them */
    public InputStream open(String sha256) throws IOException {
        var content =
                store.open(sha256).orElseThrow(() -> new IOException("A file that is played is not kept: " + sha256));
        return new FilterInputStream(content.stream(0)) {
            @Override
            public void close() throws IOException {
                content.close();
            }
        };
    }
}
