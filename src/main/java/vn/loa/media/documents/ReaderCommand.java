package vn.loa.media.documents;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.media.sandbox.Sandbox;

/**
 * The command that reads a document: the Java of this process with little memory, our own classes and the library for PDF.
 *
 * @param home of Java
 * @param classPath folders and archives
 * @param main the class that reads the file which its argument names, and only ends well without one
 */
record ReaderCommand(Path home, List<Path> classPath, String main) {
    /** What a process of Java with these options reserves, with room to spare, in bytes. */
    static final long ADDRESSES = 1L << 30;

    private static final String READER = "vn.loa.media.documents.reader.ReadFile";

    /** By one class of each archive that the reader needs; they are looked for, not loaded. */
    private static final List<String> NEEDED = List.of(
            READER,
            "org.apache.pdfbox.Loader",
            "org.apache.pdfbox.io.RandomAccessRead",
            "org.apache.fontbox.FontBoxFont",
            "org.apache.commons.logging.Log");

    /**
     * Little of everything, a start that is as quick as may be, and nothing that a document could make use of. Messages of libraries go nowhere: they
     * quote the document.
     */
    private static final List<String> OPTIONS = List.of(
            "-Xmx160m",
            "-Xss1m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-Xshare:auto",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Duser.home=/nonexistent",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

    static ReaderCommand ofThisProcess() {
        return new ReaderCommand(
                real(Path.of(System.getProperty("java.home"))),
                NEEDED.stream().map(ReaderCommand::placeOf).distinct().toList(),
                READER);
    }

    /** @param file as it is called where the command runs */
    List<String> words(String file) {
        var words = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        words.addAll(OPTIONS);
        words.addAll(List.of(
                "-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), main));
        words.add(file);
        return words;
    }

    /** Its trial is another of the same command, which reads nothing. */
    Sandbox.Program program() {
        var trial = words("");
        trial.remove(trial.size() - 1);
        return new Sandbox.Program(
                trial,
                Stream.of(Stream.of(home), settings(), classPath.stream())
                        .flatMap(paths -> paths)
                        .distinct()
                        .toList(),
                // Without /proc the linker does not know where Java lies.
                Map.of("LD_LIBRARY_PATH", home.resolve("lib") + File.pathSeparator + home.resolve("lib/server")));
    }

    /** Where a distribution keeps settings of Java elsewhere, and only links to them. */
    private Stream<Path> settings() {
        return Stream.of("lib/jvm.cfg", "conf/security/java.security")
                .map(home::resolve)
                .filter(Files::exists)
                .map(file -> Objects.requireNonNull(real(file).getParent(), "a file lies in a folder"))
                .filter(folder -> !folder.startsWith(home));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder or archive that holds a class, which is not loaded. */
    static Path placeOf(String type) {
        var name = type.replace('.', '/') + ".class";
        var found = ReaderCommand.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new IllegalStateException("The class " + type + " is missing in this build");
        }
        try {
            var address = found.toString();
            if (address.startsWith("jar:")) {
                var archive = address.substring("jar:".length(), address.indexOf("!/"));
                return real(Path.of(new URI(archive)));
            }
            var place = Path.of(new URI(address));
            for (var step = 0; step <= name.chars().filter(c -> c == '/').count(); step++) {
                place = Objects.requireNonNull(place.getParent(), "a class lies in a folder");
            }
            return real(place);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("No file holds " + found, e);
        }
    }
}
