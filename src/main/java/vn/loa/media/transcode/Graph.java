package vn.loa.media.transcode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A filter graph of ffmpeg with what is written from it. Grows while it is put together; not for several threads. */
final class Graph {
    private final List<String> chains = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private int labels;

    /** A name that nothing has yet. */
    String label() {
        return "[n" + labels++ + "]";
    }

    /** From one label, through filters, to another one, which is returned. */
    String chain(String from, String filters) {
        var to = label();
        chains.add(from + filters + to);
        return to;
    }

    /** So many copies of one label. */
    List<String> split(String from, String filter, int count) {
        if (count == 1) {
            return List.of(from);
        }
        var copies = IntStream.range(0, count).mapToObj(i -> label()).toList();
        chains.add(from + filter + "=" + count + String.join("", copies));
        return copies;
    }

    /** Options of one file, ending with its name. */
    void output(List<String> words) {
        outputs.addAll(words);
    }

    List<String> arguments() {
        var words = new ArrayList<>(List.of("-filter_complex", chains.stream().collect(Collectors.joining(";"))));
        words.addAll(outputs);
        return words;
    }
}
