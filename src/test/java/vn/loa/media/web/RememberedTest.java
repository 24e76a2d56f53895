package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.loa.media.PublicBlob;

class RememberedTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private Optional<PublicBlob> there =
            Optional.of(new PublicBlob("0".repeat(64), 1, "audio/mp4", Instant.EPOCH, false, List.of("/a")));

    private final Remembered<String, PublicBlob> remembered = new Remembered<>(
            4096,
            address -> {
                asked.incrementAndGet();
                return there;
            },
            now::get);

    @Test
    void theDatabaseIsAskedOnceForManyStretches() {
        for (var i = 0; i < 100; i++) {
            assertThat(remembered.find("con-bo/" + "0".repeat(16))).isEqualTo(there);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsWithdrawnIsGoneAfterASecond() {
        assertThat(remembered.find("con-bo/" + "0".repeat(16))).isPresent();
        there = Optional.empty();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(remembered.find("con-bo/" + "0".repeat(16))).isEmpty();
    }

    @Test
    void aFloodOfWrongAddressesIsForgotten() {
        remembered.find("con-bo/" + "0".repeat(16));
        for (var i = 0; i < 10_000; i++) {
            remembered.find("con-bo/%016x".formatted(i + 1));
        }
        remembered.find("con-bo/" + "0".repeat(16));
        assertThat(asked).hasValue(10_002);
    }
}
