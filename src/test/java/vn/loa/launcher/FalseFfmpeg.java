package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** An ffmpeg that does as the real one, until a test tells it to fail. */
final class FalseFfmpeg {
    /** What it does; the file beside it is read at each run, because nothing else reaches into the sandbox. */
    enum Behaviour {
        WORKS(""),
        HANGS("exec sleep 600"),
        FLOODS("exec yes"),
        CRASHES("kill -SEGV $$"),
        CANNOT_RUN("exit 127"),
        HAS_NO_SANDBOX("echo 'bwrap: Creating new namespace failed: Resource temporarily unavailable' >&2; exit 1"),
        /** Says in small steps that it is on its way, and comes to its end only after it has been told to work again. */
        TARRIES("""
                t=0
                while [ "$(cat "$here/behaviour")" = "$behaviour" ]; do
                  [ $t -ge 2500000 ] || t=$((t + 20000))
                  printf 'out_time_us=%d\\nprogress=continue\\n' $t
                  sleep 0.1
                done""");

        private final String script;

        Behaviour(String script) {
            this.script = script;
        }
    }

    private final Path folder;

    private FalseFfmpeg(Path folder) {
        this.folder = folder;
    }

    /** Makes one in a new folder. */
    static FalseFfmpeg in(Path folder) throws IOException {
        Files.createDirectories(folder);
        FalseFfmpeg programs = new FalseFfmpeg(folder);
        programs.now(Behaviour.WORKS);
        copy("ffmpeg", folder.resolve("real"));
        copy("ffprobe", folder.resolve("ffprobe"));
        for (Behaviour behaviour : Behaviour.values()) {
            Files.writeString(folder.resolve(behaviour.name()), behaviour.script);
        }
        // Only the last run of a small sound takes its time: what is measured is written to the same output as the
        // progress.
        Files.writeString(programs.path(), """
                #!/bin/sh
                here=${0%/*}
                behaviour=$(cat "$here/behaviour")
                case "$behaviour $*" in
                  *' -version' | *' -encoders' | *' -muxers' | *' -filters') ;;
                  TARRIES*libmp3lame* | [!T]*) . "$here/$behaviour" ;;
                esac
                exec "$here/real" "$@"
                """);
        assertThat(programs.path().toFile().setExecutable(true)).isTrue();
        return programs;
    }

    private static void copy(String program, Path to) throws IOException {
        String named = LocalFfmpeg.command(List.of(program)).get(0);
        Path from = Stream.concat(
                        Stream.of(Path.of(named)).filter(Path::isAbsolute),
                        Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, program)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + program));
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** What {@code LOA_FFMPEG} names. */
    Path path() {
        return folder.resolve("ffmpeg");
    }

    /** From its next run on. */
    void now(Behaviour behaviour) {
        try {
            Path next = Files.writeString(folder.resolve("next"), behaviour.name());
            Files.move(next, folder.resolve("behaviour"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
