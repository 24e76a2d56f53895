package vn.loa.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The load that the program wrk makes. */
final class WrkLoad implements Load {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");

    private final Path program;

    WrkLoad(Path program) {
        this.program = program;
    }

    @Override
    public double answersPerSecond(URI address, Map<String, String> fields, Duration time) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(program.toString(), "-t1", "-c" + CLIENTS, "-d" + Math.max(1, time.toSeconds()) + "s"));
        fields.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        command.add(address.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(printed);
        if (REFUSED.matcher(printed).find() || !rate.find()) {
            throw new IOException("wrk on " + address + ": " + printed);
        }
        return Double.parseDouble(rate.group(1));
    }

    @Override
    public String describe() {
        return "load by wrk, one thread, " + CLIENTS + " connections, on the same machine";
    }
}
