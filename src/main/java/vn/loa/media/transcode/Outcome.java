package vn.loa.media.transcode;

import java.util.function.Function;

/**
 * What came of an attempt: something, or the reason why not.
 *
 * @param <T> what comes of it when all goes well
 */
public sealed interface Outcome<T> {
    /** All went well. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Nothing came of it, and nothing is left behind. */
    record Failed<T>(Failure failure) implements Outcome<T> {}

    /** One value or the other, whichever way it went. */
    default <R> R fold(Function<? super T, ? extends R> done, Function<? super Failure, ? extends R> failed) {
        return this instanceof Done<T> good ? done.apply(good.value()) : failed.apply(((Failed<T>) this).failure());
    }
}
