package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondFactorTest {
    private static final Instant NOW = Instant.parse("2026-11-27T01:02:03Z");
    private static final Duration STEP = Duration.ofSeconds(30);

    private final byte[] key = OneTimePasswords.randomKey();
    private final SecondFactor factor = new SecondFactor(1, key, NOW);

    /** The last six of the eight digits that RFC 6238 lists in appendix B. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void codesAreThoseOfTheStandard(long second, String code) {
        var standard = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

        assertThat(OneTimePasswords.code(standard, Instant.ofEpochSecond(second)))
                .isEqualTo(code);
    }

    @Test
    void itCountsOnceTheTelephoneHasShownItsFirstCode() {
        assertThat(factor.confirm("no code", NOW)).isEmpty();
        assertThat(factor.isConfirmed()).isFalse();

        var codes = factor.confirm(OneTimePasswords.code(key, NOW), NOW);

        assertThat(codes.orElseThrow()).hasSize(10).doesNotHaveDuplicates();
        assertThat(factor.isConfirmed()).isTrue();
        assertThat(factor.recoveryCodesLeft()).isEqualTo(10);
    }

    @Test
    void noCodeIsTakenTwiceNorAnEarlierOneAfterwards() {
        var code = OneTimePasswords.code(key, NOW);
        assertThat(factor.takes(code, NOW)).isTrue();

        assertThat(factor.takes(code, NOW)).isFalse();
        assertThat(factor.takes(OneTimePasswords.code(key, NOW.minus(STEP)), NOW))
                .isFalse();
        assertThat(factor.takes(OneTimePasswords.code(key, NOW.plus(STEP)), NOW))
                .isTrue();
    }

    @Test
    void aClockMayDifferByOneStepAndNotByTwo() {
        assertThat(factor.takes(OneTimePasswords.code(key, NOW.minus(STEP.multipliedBy(2))), NOW))
                .isFalse();
        assertThat(factor.takes(OneTimePasswords.code(key, NOW.plus(STEP.multipliedBy(2))), NOW))
                .isFalse();
        assertThat(factor.takes(OneTimePasswords.code(key, NOW.minus(STEP)), NOW))
                .isTrue();
    }

    @Test
    void aCodeOnPaperIsTakenOnceHoweverItIsTyped() {
        var paper = confirmed();
        var first = paper.get(0).value();

        assertThat(factor.takes(
                        first.toUpperCase().replace("-", " ").replace('0', 'O').replace('1', 'l'), NOW))
                .isTrue();
        assertThat(factor.takes(first, NOW)).isFalse();
        assertThat(factor.takes(paper.get(1).value(), NOW)).isTrue();
        assertThat(factor.recoveryCodesLeft()).isEqualTo(8);
    }

    @Test
    void newCodesOnPaperTakeThePlaceOfTheOld() {
        var old = confirmed();
        var fresh = factor.newRecoveryCodes();

        assertThat(factor.takes(old.get(0).value(), NOW)).isFalse();
        assertThat(factor.takes(fresh.get(0).value(), NOW)).isTrue();
    }

    @Test
    void nothingOfItPrintsItself() {
        assertThat(confirmed().get(0).toString()).isEqualTo("a recovery code");
    }

    private List<RecoveryCode> confirmed() {
        return factor.confirm(OneTimePasswords.code(key, NOW), NOW).orElseThrow();
    }
}
