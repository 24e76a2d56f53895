package vn.loa.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadSweepTest {
    @Test
    void manyThatCannotBeGivenUpKeepTheOthersForAFewSweepsAtMost() {
        List<String> broken =
                IntStream.range(0, 200).mapToObj(i -> "broken-" + i).toList();
        List<String> ids = new ArrayList<>(broken);
        IntStream.range(0, 10).mapToObj(i -> "sound-" + i).forEach(ids::add);
        var ended = new HashSet<String>();

        for (int sweep = 0; sweep < 500 && ended.size() < 10; sweep++) {
            UploadSweep.each(ids, id -> {
                if (broken.contains(id)) {
                    throw new IOException("locked");
                }
                return ended.add(id);
            });
        }

        assertThat(ended).hasSize(10);
    }

    @Test
    void whereNothingCanBeGivenUpTheRestIsLeftForTheNextSweep() {
        var tried = new ArrayList<String>();

        int done = UploadSweep.each(
                IntStream.range(0, 300).mapToObj(Integer::toString).toList(), id -> {
                    tried.add(id);
                    throw new IOException("read-only file system");
                });

        assertThat(done).isZero();
        assertThat(tried).hasSize(50).doesNotHaveDuplicates();
    }
}
