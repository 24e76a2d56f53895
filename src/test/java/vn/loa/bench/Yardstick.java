package vn.loa.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.loa.testing.Until;

/** The nginx of this machine, with a configuration of its own and as its distribution tunes it, serving files of one folder. */
final class Yardstick implements AutoCloseable {
    private final Path folder;
    private final Process process;
    private final int port;

    private Yardstick(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Starts it on a free port of the loopback interface; empty when this machine has none. */
    static Optional<Yardstick> start() throws IOException {
        Optional<Path> program = Programs.find("nginx");
        return program.isEmpty() ? Optional.empty() : Optional.of(start(program.get()));
    }

    private static Yardstick start(Path program) throws IOException {
        Path folder = Files.createTempDirectory("loa-nginx");
        Files.createDirectories(folder.resolve("files"));
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port));
        Process process = new ProcessBuilder(
                        program.toString(), "-p", folder.toString(), "-e", "error.log", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        Yardstick yardstick = new Yardstick(folder, process, port);
        try {
            Until.holds(() -> listens(port) || !process.isAlive());
        } catch (AssertionError e) {
            yardstick.close();
            throw e;
        }
        if (!process.isAlive()) {
            throw new IOException("nginx did not start: " + Files.readString(folder.resolve("output.log")));
        }
        return yardstick;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String configuration(Path folder, int port) {
        // Workers of a master that may do everything would be somebody who may not read a temporary folder.
        String user = "root".equals(System.getProperty("user.name")) ? "user root;\n" : "";
        return user + """
                daemon off;
                worker_processes auto;
                pid nginx.pid;
                error_log error.log;
                events { worker_connections 768; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  server {
                    listen 127.0.0.1:%d;
                    root "%s";
                    types { video/mp4 mp4; }
                    location /pages/ { default_type text/html; add_header Content-Encoding gzip; }
                  }
                }
                """.formatted(port, folder.resolve("files"));
    }

    /** Serves a page whose bytes are compressed already. */
    URI page(String name, byte[] gzipped) throws IOException {
        return serve("pages/" + name, gzipped);
    }

    /** Serves a video. */
    URI video(String name, byte[] content) throws IOException {
        return serve(name + ".mp4", content);
    }

    private URI serve(String path, byte[] content) throws IOException {
        Path file = folder.resolve("files").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return URI.create("http://127.0.0.1:" + port + "/" + path);
    }

    /** Of master and workers. */
    ProcessorTime processorTime() {
        return ProcessorTime.of(process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Folders.delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it names itself. */
    String version() throws IOException {
        return new String(
                        new ProcessBuilder(Programs.find("nginx").orElseThrow().toString(), "-v")
                                .redirectErrorStream(true)
                                .start()
                                .getInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .replace("nginx version: ", "")
                .strip();
    }
}
