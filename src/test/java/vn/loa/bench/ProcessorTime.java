package vn.loa.bench;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How much of the processors a server has used. Unlike a rate it hardly depends on what else the machine does, so it compares servers
 * also on a busy one.
 */
@FunctionalInterface
interface ProcessorTime {
    /** Since the server began. */
    Duration used();

    /** Of a process and all that descend from it, as the system counts it. */
    static ProcessorTime of(ProcessHandle server) {
        return () -> Stream.concat(Stream.of(server), server.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Of the application server that this process has started. */
    static ProcessorTime ofPortal() {
        return of(portal());
    }

    /** The virtual machine of the application server that this process has started. */
    static ProcessHandle portal() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("launcher.jar"))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }
}
