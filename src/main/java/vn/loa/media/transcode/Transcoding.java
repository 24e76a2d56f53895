package vn.loa.media.transcode;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.loa.common.SchemaMigration;

/**
 * What encodes in this portal. Profiles and a program that an operator named are tried at the start and stop it when they will not do; a machine
 * without any ffmpeg serves people all the same, and says in its log that nothing is encoded.
 */
@ApplicationScoped
public class Transcoding {
    private static final Logger LOG = System.getLogger(Transcoding.class.getName());

    @Inject
    @ConfigProperty(name = "loa.ffmpeg")
    private Optional<Path> program;

    @Inject
    @ConfigProperty(name = "loa.ffmpeg.niceness", defaultValue = "10")
    private int niceness;

    @Inject
    @ConfigProperty(name = "loa.ffmpeg.threads", defaultValue = "2")
    private int threads;

    @Inject
    @ConfigProperty(name = "loa.ffmpeg.silence.seconds", defaultValue = "120")
    private int silenceSeconds;

    private @Nullable Prober prober;
    private @Nullable Encoder encoder;

    void start(@Observes @Priority(SchemaMigration.FIRST + 20) @Initialized(ApplicationScoped.class) Object start) {
        var profiles = EncodingProfiles.load();
        try {
            var ffmpeg =
                    Ffmpeg.find(new FfmpegSettings(program, niceness, threads, Duration.ofSeconds(silenceSeconds)));
            prober = new Prober(ffmpeg, SourceLimits.USUAL);
            encoder = new Encoder(ffmpeg, profiles);
            LOG.log(
                    ffmpeg.isIsolated() ? Level.INFO : Level.WARNING,
                    "Encoding with ffmpeg {0}, protected by: {1}",
                    ffmpeg.version(),
                    ffmpeg.protection());
        } catch (FfmpegMissing e) {
            if (program.isPresent()) {
                throw new IllegalStateException(e.getMessage(), e);
            }
            LOG.log(Level.WARNING, "Nothing is encoded: {0}", e.getMessage());
        }
    }

    /** Empty on a machine without ffmpeg. */
    public Optional<Prober> prober() {
        return Optional.ofNullable(prober);
    }

    /** Empty on a machine without ffmpeg. */
    public Optional<Encoder> encoder() {
        return Optional.ofNullable(encoder);
    }
}
