package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ReviewTrackTest {
    @ParameterizedTest
    @EnumSource(
            value = TrackKind.class,
            names = {"SUBTITLE", "TRANSCRIPT"})
    void wordsThatCanBecomeOthersAreNotJudgedByWhoDoesNotSayWhichOnes(TrackKind kind) {
        assertThat(ReviewTrack.objection(kind, 3, null)).containsInstanceOf(ReviewTrack.Unsaid.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = TrackKind.class,
            mode = Mode.EXCLUDE,
            names = {"SUBTITLE", "TRANSCRIPT"})
    void whatStaysTheSameFileNeedNotBeSaid(TrackKind kind) {
        assertThat(ReviewTrack.objection(kind, 3, null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TrackKind.class)
    void whatHasChangedSinceItWasLookedAtIsNotJudged(TrackKind kind) {
        assertThat(ReviewTrack.objection(kind, 3, version -> version == 2)).containsInstanceOf(ReviewTrack.Stale.class);
        assertThat(ReviewTrack.objection(kind, 3, version -> version == 3)).isEmpty();
    }
}
