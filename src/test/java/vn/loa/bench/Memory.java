package vn.loa.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The memory of processes as Linux counts it: what several share is divided among them (proportional set size). */
final class Memory {
    private static final String FIELD = "Pss:";
    private static final long KIB = 1024;

    private Memory() {}

    static boolean isKnownHere() {
        return Files.isReadable(Path.of("/proc/self/smaps_rollup"));
    }

    /** Of a process and all that descend from it, in bytes by part of the portal. */
    static Map<String, Long> of(ProcessHandle ancestor) throws IOException {
        Map<String, Long> bytes = new TreeMap<>();
        for (ProcessHandle process :
                Stream.concat(Stream.of(ancestor), ancestor.descendants()).toList()) {
            Path about = Path.of("/proc", Long.toString(process.pid()));
            try {
                bytes.merge(part(about), taken(about), Long::sum);
            } catch (NoSuchFileException goneMeanwhile) {
                continue;
            }
        }
        return bytes;
    }

    private static long taken(Path about) throws IOException {
        return Files.readAllLines(about.resolve("smaps_rollup")).stream()
                .filter(line -> line.startsWith(FIELD))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                .sum();
    }

    private static String part(Path about) throws IOException {
        String command = new String(Files.readAllBytes(about.resolve("cmdline")), StandardCharsets.UTF_8);
        if (command.contains("guard.sh")) {
            return "guards";
        } else if (command.contains("plexus-classworlds")) {
            return "Maven with the launcher";
        } else if (command.contains("launcher.jar")) {
            return "Payara Micro with the portal";
        } else if (command.contains("XmlConfiguration")) {
            return "Solr";
        } else {
            return command.contains("postgres") ? "PostgreSQL" : "others";
        }
    }
}
