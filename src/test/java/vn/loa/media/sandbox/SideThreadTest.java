package vn.loa.media.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.loa.media.sandbox.ProgramFailed.Fault;

class SideThreadTest {
    @Test
    void aMachineWithoutThreadsIsToldFromOneWithoutMemory() {
        var threads = new OutOfMemoryError(
                "unable to create native thread: possibly out of memory or process/resource limits reached");
        var memory = new OutOfMemoryError("Java heap space");

        assertThat(SideThread.noneLeft(threads).fault()).isEqualTo(Fault.NOT_STARTED);
        assertThatThrownBy(() -> SideThread.noneLeft(memory)).isSameAs(memory);
    }

    @Test
    void nobodyWaitsForOneWhenThePortalEnds() throws Exception {
        var seen = new AtomicReference<Thread>();

        SideThread.begin("beside", () -> seen.set(Thread.currentThread())).join();

        assertThat(seen.get().isDaemon()).isTrue();
        assertThat(seen.get().getName()).isEqualTo("beside");
    }
}
