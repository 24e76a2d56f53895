package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegProgramsTest {
    @TempDir
    Path folder;

    @Test
    void theMachinesOwnProgramsAreUsedWhereBothAreThere() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        program(bin.resolve("ffmpeg"));

        assertThat(FfmpegPrograms.missing(parts(), Map.of("PATH", bin.toString())))
                .isPresent();

        program(bin.resolve("ffprobe"));
        assertThat(FfmpegPrograms.missing(parts(), Map.of("PATH", "/nowhere:" + bin)))
                .isEmpty();
    }

    @Test
    void elsewhereTheyAreUnpackedOnceWithTheirLibrariesAndNothingForJava() throws Exception {
        Path program = FfmpegPrograms.missing(parts(), Map.of()).orElseThrow();

        assertThat(program).isExecutable().hasFileName("ffmpeg");
        assertThat(program.getParent().toFile().list())
                .containsExactlyInAnyOrder("ffmpeg", "ffprobe", "libavutil.so.58");
        Files.writeString(program, "still the same");
        assertThat(FfmpegPrograms.missing(parts(), Map.of())).contains(program);
        assertThat(program).hasContent("still the same");
    }

    private Parts parts() throws Exception {
        Path jar = folder.resolve("ffmpeg-6.1.1-linux.jar");
        Files.createDirectories(folder.resolve("target/launcher"));
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("ffmpeg", "ffprobe", "libavutil.so.58", "libjniavutil.so")) {
                zip.putNextEntry(new ZipEntry("org/bytedeco/ffmpeg/linux/" + name));
                zip.write(name.getBytes());
            }
            zip.putNextEntry(new ZipEntry("META-INF/maven/ffmpeg"));
        }
        return new Parts(folder, List.of(jar));
    }

    private static void program(Path file) throws Exception {
        Files.writeString(file, "#!/bin/true");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
