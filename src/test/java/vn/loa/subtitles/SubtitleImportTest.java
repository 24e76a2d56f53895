package vn.loa.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.loa.subtitles.SubtitleImport.Outcome;
import vn.loa.subtitles.SubtitleImport.Refused;
import vn.loa.testing.Until;

/** How much is read at the same time. */
class SubtitleImportTest {
    private static final int MANY = 6;

    private final SubtitleImport subtitles = new SubtitleImport();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void however_many_come_together_few_are_in_memory() throws Exception {
        var threads = Executors.newFixedThreadPool(MANY);
        try {
            var outcomes = new ArrayList<Future<Outcome>>();
            for (var i = 0; i < MANY; i++) {
                outcomes.add(threads.submit(() -> subtitles.read("a.srt", "vi", this::slow, null)));
            }
            Until.holds(() -> open.get() == SubtitleImport.AT_ONCE
                    && subtitles.places.getQueueLength() == MANY - SubtitleImport.AT_ONCE);
            goOn.countDown();

            for (var outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(Refused.class);
            }
        } finally {
            goOn.countDown();
            threads.shutdownNow();
        }
        assertThat(mostOpen).hasValue(SubtitleImport.AT_ONCE);
    }

    @Test
    void whoever_finds_no_place_in_time_is_told_to_come_again() throws Exception {
        subtitles.patience = Duration.ZERO;
        subtitles.places.acquire(SubtitleImport.AT_ONCE);

        assertThatThrownBy(() -> subtitles.read("a.srt", "vi", this::slow, null))
                .isInstanceOf(SubtitlesBusy.class);

        assertThat(mostOpen).as("files that were opened in vain").hasValue(0);
        assertThat(subtitles.places.availablePermits()).isZero();
    }

    @Test
    void a_place_is_free_again_though_reading_failed() {
        for (var i = 0; i <= SubtitleImport.AT_ONCE; i++) {
            assertThat(subtitles.read("a.srt", "vi", InputStream::nullInputStream, null))
                    .isInstanceOf(Refused.class);
        }

        assertThat(subtitles.places.availablePermits()).isEqualTo(SubtitleImport.AT_ONCE);
    }

    /** Nothing that can be read, from somebody who takes time. */
    private InputStream slow() {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new ByteArrayInputStream(new byte[0]) {
            @Override
            public byte[] readNBytes(int length) throws IOException {
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return new byte[0];
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
