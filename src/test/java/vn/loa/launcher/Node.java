package vn.loa.launcher;

import java.net.URI;
import vn.loa.testing.TusClient;

/** One portal process of several that share a database and a folder. */
record Node(Program program, int port, String token) implements AutoCloseable {
    TusClient client() {
        return new TusClient(URI.create("http://127.0.0.1:" + port + "/"), "Bearer " + token);
    }

    void kill() throws InterruptedException {
        program.kill();
        program.awaitEnd();
    }

    @Override
    public void close() {
        program.close();
    }
}
