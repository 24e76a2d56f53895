package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeFieldTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-499           |   0-499",
                "bytes=500-            | 500-999",
                "bytes=-200            | 800-999",
                "bytes=-5000           |   0-999",
                "bytes=0-0             |   0-0",
                "bytes=999-999         | 999-999",
                "bytes=0-18446744073709551616 | 0-999",
                "bytes=-99999999999999999999  | 0-999",
                "BYTES=0-1             |   0-1",
                "bytes = 0-1           |   0-1",
                "bytes=00000000000000000000000005-006 | 5-6",
                "bytes=, 0-1 ,,        |   0-1",
                "bytes=0-1,5000-6000   |   0-1"
            })
    void aStretchWithinTheFileIsGiven(String field, String expected) {
        assertThat(parts(field)).hasToString("[" + expected + "]");
    }

    @Test
    void severalStretchesKeepTheOrderAskedFor() {
        assertThat(parts("bytes=900-909, 0-9,\t400-409")).hasToString("[900-909, 0-9, 400-409]");
    }

    @Test
    void overlappingAndNearStretchesAreJoined() {
        assertThat(parts("bytes=10-20,15-30,31-40,100-110")).hasToString("[10-110]");
        assertThat(parts("bytes=500-600,0-9,550-700")).hasToString("[0-9, 500-700]");
        assertThat(parts("bytes=0-,-1")).hasToString("[0-999]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=1000-",
                "bytes=1000-2000",
                "bytes=18446744073709551616-",
                "bytes=-0",
                "bytes=5000-,6000-7000"
            })
    void whatIsOutsideTheFileIsUnsatisfiable(String field) {
        assertThat(RangeField.parse(field, 1000)).isInstanceOf(RangeRequest.Unsatisfiable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=-1", "bytes=0-0"})
    void nothingOfAnEmptyFileCanBeGiven(String field) {
        assertThat(RangeField.parse(field, 0)).isInstanceOf(RangeRequest.Unsatisfiable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes= , ,",
                "bytes=5-2",
                "bytes=18446744073709551617-18446744073709551616",
                "bytes=0-1,5-2",
                "bytes=a-b",
                "bytes=-",
                "bytes=--1",
                "bytes=1",
                "bytes=0-1;2-3",
                "bytes=+1-2",
                "bytes=0x0-1",
                "bytes=1 - 2",
                "bytes=\u0661-\u0662",
                "lines=0-1",
                "bytes=0-1\u0000",
                "none"
            })
    void whatIsNoRangeIsAsGoodAsNone(String field) {
        assertThat(RangeField.parse(field, 1000)).isInstanceOf(RangeRequest.Whole.class);
    }

    @Test
    void noFieldAsksForTheWhole() {
        assertThat(RangeField.parse(null, 1000)).isInstanceOf(RangeRequest.Whole.class);
    }

    @Test
    void aThousandScatteredStretchesAreRefused() {
        var field = IntStream.range(0, 1000)
                .mapToObj(i -> i * 1000 + "-" + i * 1000)
                .collect(Collectors.joining(",", "bytes=", ""));
        assertThat(RangeField.parse(field, 1_000_000)).isInstanceOf(RangeRequest.Unsatisfiable.class);
    }

    @Test
    void aThousandTimesTheSameStretchIsOne() {
        assertThat(parts("bytes=" + "0-9,".repeat(1000))).hasToString("[0-9]");
    }

    @Property
    void anyFieldIsAnsweredWithinTheFile(
            @ForAll("fields") String field, @ForAll @LongRange(min = 0, max = 5_000) long size) {
        if (RangeField.parse(field, size) instanceof RangeRequest.Parts parts) {
            assertThat(parts.ranges()).hasSizeBetween(1, RangeRequest.MOST_PARTS);
            assertThat(parts.ranges()).allMatch(range -> range.last() < size);
            assertThat(parts.ranges().stream().mapToLong(ByteRange::length).sum())
                    .isLessThanOrEqualTo(size);
        }
    }

    @Property
    void garbageIsNeverAnError(@ForAll String garbage, @ForAll @LongRange(min = 0) long size) {
        assertThat(RangeField.parse(garbage, size)).isNotNull();
        assertThat(RangeField.parse("bytes=" + garbage, size)).isNotNull();
    }

    @Property
    void everyByteAskedForIsGiven(
            @ForAll @LongRange(min = 0, max = 999) long first, @ForAll @LongRange(min = 0, max = 2000) long more) {
        var ranges = parts("bytes=%d-%d".formatted(first, first + more));
        assertThat(ranges).containsExactly(range(first, Math.min(999, first + more)));
    }

    @Provide
    Arbitrary<String> fields() {
        var number = Arbitraries.longs().between(0, 6_000).map(String::valueOf);
        var one = Arbitraries.oneOf(
                number.flatMap(a -> number.map(b -> a + "-" + b)),
                number.map(a -> a + "-"),
                number.map(a -> "-" + a),
                Arbitraries.of("", " ", "18446744073709551616-", "0-18446744073709551616", "-18446744073709551616"));
        return one.list().ofMaxSize(40).map(list -> "bytes=" + String.join(",", list));
    }

    private static List<String> strings(List<ByteRange> ranges) {
        return ranges.stream().map(range -> range.first() + "-" + range.last()).toList();
    }

    private static String range(long first, long last) {
        return first + "-" + last;
    }

    private static List<String> parts(String field) {
        assertThat(RangeField.parse(field, 1000)).isInstanceOf(RangeRequest.Parts.class);
        return strings(((RangeRequest.Parts) RangeField.parse(field, 1000)).ranges());
    }
}
