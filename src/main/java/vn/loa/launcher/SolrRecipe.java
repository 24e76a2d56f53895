package vn.loa.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Solr of its own for this portal, on the loopback interface only. It runs in its own Java so that its libraries never meet those
 * of the application server. The configset is used where it lies in the project; the index lies in the data folder.
 */
final class SolrRecipe implements Recipe {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CORE = "loa";

    private final Parts parts;
    private final DataFolder data;
    private final int port;
    private final int memory;

    /** @param memory MB of heap */
    SolrRecipe(Parts parts, DataFolder data, int port, int memory) {
        this.parts = parts;
        this.data = data;
        this.port = port;
        this.memory = memory;
    }

    @Override
    public String name() {
        return "Solr";
    }

    /** The address of the core. */
    String url() {
        return "http://127.0.0.1:" + port + "/solr/" + CORE;
    }

    @Override
    public Part start() {
        Path home = data.path().resolve("solr");
        Path jetty = home.resolve("jetty.xml");
        try {
            Files.createDirectories(home);
            copy("solr-jetty.xml", jetty);
            copy("solr.xml", home.resolve("solr.xml"));
            createCore(home.resolve("cores"));
        } catch (IOException e) {
            throw new StartRefused("Solr cannot write to " + home + ".", e);
        }
        List<String> command = List.of(
                Java.program(),
                "-Xms24m",
                "-Xmx" + memory + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djetty.host=127.0.0.1",
                "-Djetty.port=" + port,
                "-Dsolr.solr.home=" + home,
                "-Dloa.configsets=" + parts.configsets(),
                "-Dsolr.log.dir=" + data.path().resolve("log"),
                "-Dlog4j2.level=WARN",
                "-DdisableAdminUI=true",
                "-Djava.awt.headless=true",
                "-cp",
                parts.solrClassPath(),
                "org.eclipse.jetty.xml.XmlConfiguration",
                jetty.toUri().toString());
        return Part.start("solr", "TERM", command, Map.of(), data.log("solr"));
    }

    @Override
    public void awaitReady(Part part) {
        boolean ready = Patience.until(
                PATIENCE,
                () -> !part.isAlive() || Http.get(url() + "/admin/ping").status() == 200);
        if (!ready || !part.isAlive()) {
            throw new StartRefused("Solr did not start, see " + part.log() + ".");
        }
    }

    /** Only when there is no core at all: a rebuilt index may have taken the place of the first one under another folder. */
    private static void createCore(Path cores) throws IOException {
        if (Files.isDirectory(cores)) {
            return;
        }
        Files.createDirectories(cores.resolve(CORE));
        Files.writeString(
                cores.resolve(CORE).resolve("core.properties"), "name=" + CORE + "\nconfigSet=" + CORE + "\n");
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = Objects.requireNonNull(SolrRecipe.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
