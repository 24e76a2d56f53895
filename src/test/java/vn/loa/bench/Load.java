package vn.loa.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Many clients that ask for one thing again and again over connections kept open. */
interface Load {
    int CLIENTS = 16;

    /** wrk when this machine has it. */
    static Load ofThisMachine() {
        return Programs.find("wrk").<Load>map(WrkLoad::new).orElseGet(SocketLoad::new);
    }

    /**
     * How many answers come in a second.
     *
     * @throws IOException also when anything else than success is answered
     */
    double answersPerSecond(URI address, Map<String, String> fields, Duration time) throws IOException;

    /** What the reader must know about where the load came from. */
    String describe();
}
