package vn.loa.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** nginx as the image of the proxy starts it: by the entry point of docker/proxy. */
final class Nginx implements AutoCloseable {
    private final Program program;
    private final int http;
    private final int https;
    private final Path image;
    private final Map<String, String> environment;

    private Nginx(Program program, int http, int https, Path image, Map<String, String> environment) {
        this.program = program;
        this.http = http;
        this.https = https;
        this.image = image;
        this.environment = environment;
    }

    /**
     * Starts it and returns when it answers.
     *
     * @param folder for the files of its image and of its work
     * @param app the host and port of what it stands before
     * @param settings in addition to those that put it on free ports of the loopback interface
     */
    static Nginx start(Path folder, String app, Map<String, String> settings) throws Exception {
        // Started by root, its workers are somebody else who must reach its files.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path image = Compose.read().dockerfile("proxy").copyTo(folder.resolve("image"));
        int http = FreePort.find();
        int https = FreePort.find();
        Map<String, String> environment = new HashMap<>(Map.of(
                "LOA_PROXY_WORK",
                folder.resolve("work").toString(),
                "LOA_PROXY_APP",
                app,
                "LOA_PROXY_HTTP",
                "127.0.0.1:" + http,
                "LOA_PROXY_HTTPS",
                "127.0.0.1:" + https,
                "LOA_PROXY_HEALTH",
                Integer.toString(FreePort.find()),
                "LOA_BASE_URL",
                "http://127.0.0.1:" + http + "/"));
        environment.putAll(settings);
        Path log = folder.resolve("nginx.log");
        Program program = Program.start(List.of(image.resolve("entrypoint.sh").toString()), log, environment);
        Nginx nginx = new Nginx(program, http, https, image, environment);
        String health = "http://127.0.0.1:" + environment.get("LOA_PROXY_HEALTH") + "/";
        if (!Patience.until(Duration.ofSeconds(30), () -> Http.get(health).status() == 204)) {
            nginx.close();
            throw new AssertionError("nginx did not start: " + program.lines());
        }
        return nginx;
    }

    String address() {
        return "http://127.0.0.1:" + http;
    }

    String secureAddress() {
        return "https://127.0.0.1:" + https;
    }

    List<String> lines() {
        return program.lines();
    }

    /** Runs the health check of the image and returns its exit code. */
    int healthCheck() throws Exception {
        try (Program check = Program.start(
                List.of(image.resolve("healthy.sh").toString()), image.resolveSibling("healthy.log"), environment)) {
            return check.awaitEnd();
        }
    }

    /** Checks the configuration with other settings and returns what is wrong with it. */
    List<String> check(Map<String, String> settings) throws Exception {
        Map<String, String> changed = new HashMap<>(environment);
        changed.putAll(settings);
        changed.put("LOA_PROXY_WORK", environment.get("LOA_PROXY_WORK") + " of a check");
        try (Program check = Program.start(
                List.of(image.resolve("entrypoint.sh").toString(), "-t"), image.resolveSibling("check.log"), changed)) {
            int code = check.awaitEnd();
            return code == 0 ? List.of() : check.lines();
        }
    }

    /** Asks it to stop, so that its workers end too. */
    @Override
    public void close() {
        program.terminate();
        try {
            program.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            program.close();
        }
    }
}
