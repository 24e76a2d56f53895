package vn.loa.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

/** The application in Payara Micro, in a process of its own. */
final class PortalRecipe implements Recipe {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /**
     * On two processors the optimising compiler takes half of the time of the start. It is asked later than usual; what is called often
     * under load reaches it all the same.
     */
    private static final List<String> LATE_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private final Parts parts;
    private final DataFolder data;
    private final Supplier<Settings> settings;
    private final Properties given;
    private final String address;

    /**
     * @param settings complete, with a database and a Solr, by the time the server is started
     * @param given all that was given on the command line; what begins with {@code loa.} is handed on
     * @param address where a browser on this machine finds the portal, ending with a slash
     */
    PortalRecipe(Parts parts, DataFolder data, Supplier<Settings> settings, Properties given, String address) {
        this.parts = parts;
        this.data = data;
        this.settings = settings;
        this.given = given;
        this.address = address;
    }

    @Override
    public String name() {
        return "The portal";
    }

    @Override
    public Part start() {
        Settings complete = settings.get();
        linkPayara();
        List<String> command = new ArrayList<>(List.of(
                Java.program(),
                "-Xms64m",
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true"));
        command.addAll(LATE_OPTIMISATION);
        command.addAll(List.of(
                "-jar",
                parts.launcherJar().toString(),
                parts.war().toString(),
                data.path().resolve("work").toString()));
        return Part.start("portal", "TERM", command, environment(complete), data.log("portal"));
    }

    /** The application says itself that it is ready, which includes the sample content. */
    @Override
    public void awaitReady(Part part) {
        boolean ready = Patience.until(
                PATIENCE,
                () -> !part.isAlive() || Http.get(address + "health/ready").status() == 200);
        if (!ready || !part.isAlive()) {
            throw new StartRefused(part.printed()
                    .lines()
                    .filter(line -> line.startsWith(Server.REFUSED))
                    .map(line -> line.substring(Server.REFUSED.length()) + " The log is " + part.log() + ".")
                    .findFirst()
                    .orElse("The portal did not become ready, see " + part.log() + "."));
        }
    }

    /**
     * Through the environment, because everyone on the machine may read command lines. What was given on the command line of the launcher
     * wins over its own environment, and both over what is chosen here.
     */
    private Map<String, String> environment(Settings settings) {
        Map<String, String> environment = new HashMap<>();
        // On one's own machine the portal is known by the address that it is opened at.
        environment.put("LOA_BASE_URL", address.substring(0, address.length() - 1));
        environment.put("LOA_SAMPLE_DIR", parts.sampleContent().toString());
        FfmpegPrograms.missing(parts, System.getenv())
                .ifPresent(program -> environment.put("LOA_FFMPEG", program.toString()));
        environment.keySet().removeIf(System.getenv()::containsKey);
        given.stringPropertyNames().stream()
                .filter(name -> name.startsWith("loa."))
                .forEach(name -> environment.put(Settings.variable(name), given.getProperty(name)));
        environment.put("LOA_PORT", Integer.toString(settings.port()));
        environment.put("LOA_BIND", settings.bind());
        environment.put("LOA_DATA", settings.data().toString());
        environment.put("LOA_LOG", settings.log());
        environment.put("LOA_SAMPLE", Boolean.toString(settings.sample()));
        settings.solr().ifPresent(url -> environment.put("LOA_SOLR_URL", url));
        settings.database().ifPresent(database -> {
            environment.put("LOA_DATABASE_URL", database.url());
            environment.put("LOA_DATABASE_USER", database.user());
            environment.put("LOA_DATABASE_PASSWORD", database.password());
        });
        return environment;
    }

    /** The launcher's jar expects Payara Micro beside it. */
    private void linkPayara() {
        Path link = parts.work().resolve("payara-micro.jar");
        try {
            if (Files.exists(link) && Files.isSameFile(link, parts.payaraMicro())) {
                return;
            }
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, parts.payaraMicro());
        } catch (IOException e) {
            throw new StartRefused("The folder " + parts.work() + " cannot be written.", e);
        }
    }
}
