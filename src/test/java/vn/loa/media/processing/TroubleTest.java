package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.media.processing.Trouble.Kind;
import vn.loa.media.sandbox.ProgramFailed;
import vn.loa.media.sandbox.ProgramFailed.Fault;
import vn.loa.media.transcode.Failure;

/** What counts against a file, and what has nothing to do with it. */
class TroubleTest {
    @ParameterizedTest
    @EnumSource(
            value = Failure.Reason.class,
            names = {"CRASHED", "TIMED_OUT", "FLOODED", "OUT_OF_MEMORY"})
    void whatAProgramDoesOverAFileCounts(Failure.Reason reason) {
        assertThat(Trouble.of(new Failure(reason, "")).kind()).isEqualTo(Kind.PROCESSING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NO_SPACE", "NOT_STARTED", "INTERRUPTED"},
            mode = Mode.EXCLUDE)
    void soDoesWhatTheReaderOfDocumentsDoes(Fault fault) {
        assertThat(Trouble.of(new ProgramFailed(fault, "")).kind()).isEqualTo(Kind.PROCESSING);
    }

    @Test
    void aFullDiskIsAwayWhoeverMeetsIt() {
        var full = new IOException("/media/staging/a: No space left on device");

        assertThat(Trouble.of(new Failure(Failure.Reason.NO_SPACE, "")).kind()).isEqualTo(Kind.AWAY);
        assertThat(Trouble.of(new ProgramFailed(Fault.NO_SPACE, "")).kind()).isEqualTo(Kind.AWAY);
        assertThat(Trouble.of(full)).satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo(Kind.AWAY);
            assertThat(trouble.reason()).isEqualTo("no-space");
        });
        assertThat(Trouble.of(new IllegalStateException(full)).kind()).isEqualTo(Kind.AWAY);
    }

    @Test
    void aMachineWithoutRoomForOneMoreProcessCountsAgainstNoFile() {
        assertThat(Trouble.of(new Failure(Failure.Reason.NOT_STARTED, "bwrap: fork"))
                        .kind())
                .isEqualTo(Kind.AWAY);
        assertThat(Trouble.of(new ProgramFailed(Fault.NOT_STARTED, "bwrap: fork")))
                .satisfies(trouble -> {
                    assertThat(trouble.kind()).isEqualTo(Kind.AWAY);
                    assertThat(trouble.reason()).isEqualTo("not-started");
                });
    }

    @ParameterizedTest
    @MethodSource
    void aStoreThatDoesNotAnswerIsAway(Exception unreachable) {
        var trouble = Trouble.of(unreachable);

        assertThat(trouble.kind()).isEqualTo(Kind.AWAY);
        assertThat(trouble.reason()).isEqualTo("storage-away");
    }

    static Stream<Exception> aStoreThatDoesNotAnswerIsAway() {
        var broken = new IOException("503 SlowDown");
        return Stream.of(broken, new UncheckedIOException("Cannot keep A0", broken));
    }

    @Test
    void whatNobodyExpectedCountsBecauseItMayBeTheFile() {
        assertThat(Trouble.of(new IllegalStateException("why ever")).kind()).isEqualTo(Kind.PROCESSING);
    }

    @Test
    void aStopOfThePortalIsNobodysFault() {
        assertThat(Trouble.of(new ClosedByInterruptException()).kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(Trouble.of(new Failure(Failure.Reason.INTERRUPTED, "")).kind())
                .isEqualTo(Kind.INTERRUPTED);
    }
}
