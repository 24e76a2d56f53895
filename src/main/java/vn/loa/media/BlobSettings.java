package vn.loa.media;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;

/** Chooses the one store of blobs (setting {@code loa.blobs}), before anything is served: a choice that makes no sense stops the start. */
@ApplicationScoped
class BlobSettings {
    @Inject
    @ConfigProperty(name = "loa.blobs", defaultValue = "files")
    private String choice;

    @Inject
    @ConfigProperty(name = "loa.s3.endpoint")
    private Optional<String> endpoint;

    @Inject
    @ConfigProperty(name = "loa.s3.region", defaultValue = "us-east-1")
    private String region;

    @Inject
    @ConfigProperty(name = "loa.s3.bucket")
    private Optional<String> bucket;

    @Inject
    @ConfigProperty(name = "loa.s3.prefix")
    private Optional<String> prefix;

    @Inject
    @ConfigProperty(name = "loa.s3.access.key")
    private Optional<String> accessKey;

    @Inject
    @ConfigProperty(name = "loa.s3.secret.key")
    private Optional<String> secretKey;

    @Inject
    @ConfigProperty(name = "loa.s3.path.style")
    private Optional<String> pathStyle;

    @Produces
    @ApplicationScoped
    BlobStore store(MediaStorage storage) throws IOException {
        return switch (choice) {
            case "files" -> new FileBlobStore(storage);
            case "s3" -> {
                var store = new S3BlobStore(storage, location());
                store.begin();
                yield store;
            }
            default ->
                throw new IllegalStateException("The setting loa.blobs must be files or s3, not \"" + choice + "\"");
        };
    }

    void close(@Disposes BlobStore store) throws IOException {
        if (store instanceof Closeable open) {
            open.close();
        }
    }

    void check(
            @Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start,
            BlobStore store) {
        // What is made lazily is made by the first question.
        store.isRemote();
    }

    private S3Location location() {
        return new S3Location(
                endpoint.map(BlobSettings::uri),
                region,
                bucket.orElse(""),
                prefix.map(text -> text.endsWith("/") ? text : text + "/").orElse(""),
                accessKey.orElse(""),
                secretKey.orElse(""),
                pathStyle.map(BlobSettings::truth).orElse(endpoint.isPresent()));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The setting loa.s3.endpoint is no address: " + e.getMessage(), e);
        }
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalStateException(
                        "The setting loa.s3.path.style must be true or false, not \"" + text + "\"");
        };
    }
}
