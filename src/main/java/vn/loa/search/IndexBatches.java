package vn.loa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Sends what the index shall hold, some megabytes at a time: while the search server takes in what was sent, the next is gathered, so that neither waits for
 * the other. Two such batches are held in memory and no more. Of a batch that the server refuses, halves are sent again, until only those are left that it
 * does not take by themselves. Not for several threads.
 *
 * @param <T> what is sent
 */
final class IndexBatches<T> {
    private final ToLongFunction<T> characters;
    private final Function<List<T>, Runnable> begin;
    private final BiConsumer<T, DocumentRefused> refused;
    private List<T> gathered = new ArrayList<>();
    private long size;
    private int arrived;
    private Runnable sending = () -> {};

    /**
     * @param characters how much text is in one
     * @param begin begins to send; what it returns waits for the server, and throws {@link DocumentRefused} when that does not take one of them
     * @param refused is told each that the server does not take
     */
    IndexBatches(
            ToLongFunction<T> characters, Function<List<T>, Runnable> begin, BiConsumer<T, DocumentRefused> refused) {
        this.characters = characters;
        this.begin = begin;
        this.refused = refused;
    }

    /** @throws SearchUnavailable when what was sent before did not arrive */
    void add(T one) {
        gathered.add(one);
        size += characters.applyAsLong(one);
        if (size >= IndexDocument.ENOUGH_AT_ONCE) {
            send();
        }
    }

    /**
     * Sends the rest.
     *
     * @return how many the server has taken in all
     * @throws SearchUnavailable when something did not arrive
     */
    int finish() {
        send();
        sending.run();
        sending = () -> {};
        return arrived;
    }

    private void send() {
        sending.run();
        sending = () -> {};
        if (gathered.isEmpty()) {
            return;
        }
        var batch = gathered;
        var arrival = begin.apply(batch);
        sending = () -> await(batch, arrival);
        gathered = new ArrayList<>();
        size = 0;
    }

    private void await(List<T> batch, Runnable arrival) {
        try {
            arrival.run();
            arrived += batch.size();
        } catch (DocumentRefused why) {
            if (batch.size() == 1) {
                refused.accept(batch.get(0), why);
                return;
            }
            var middle = batch.size() / 2;
            for (var half : List.of(batch.subList(0, middle), batch.subList(middle, batch.size()))) {
                await(half, begin.apply(half));
            }
        }
    }
}
