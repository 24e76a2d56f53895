package vn.loa.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A load for machines without wrk: one thread and one plain connection for each client. It costs more itself, so ratios come out higher. */
final class SocketLoad implements Load {
    private static final int LINE = 8192;

    @Override
    public double answersPerSecond(URI address, Map<String, String> fields, Duration time) throws IOException {
        StringBuilder request = new StringBuilder(
                "GET " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n");
        fields.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        byte[] bytes = request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long answers = allTogether(() -> ask(address, bytes, end));
        return answers / ((System.nanoTime() - begin) / 1e9);
    }

    @Override
    public String describe() {
        return "wrk is not installed: load by threads of the benchmark itself, which take processor time from what they measure";
    }

    private static long allTogether(Callable<Long> client) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Long>> results = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                results.add(threads.submit(client));
            }
            long sum = 0;
            for (Future<Long> result : results) {
                sum += result.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asks until the time is over; connects anew when the server has had enough of a connection. */
    private static long ask(URI address, byte[] request, long end) throws IOException {
        long answers = 0;
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.setTcpNoDelay(true);
                InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
                boolean open = true;
                while (open && System.nanoTime() < end) {
                    socket.getOutputStream().write(request);
                    open = read(in);
                    answers++;
                }
            }
        }
        return answers;
    }

    /** Reads one answer; tells whether another may be asked for on the same connection. */
    private static boolean read(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException("Answered " + status);
        }
        long length = -1;
        boolean open = true;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("connection:") && lower.contains("close")) {
                open = false;
            }
        }
        if (length < 0) {
            throw new IOException("An answer without a length");
        }
        in.skipNBytes(length);
        return open;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LINE) {
                throw new EOFException("The connection ended within an answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
