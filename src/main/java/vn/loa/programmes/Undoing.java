package vn.loa.programmes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the way back through the changes of a programme, and forth again. */
final class Undoing {
    private Undoing() {}

    /** The edition that this one was made from, as long as it is kept. */
    static Optional<Integer> previous(int edition, List<Programmes.Change> changes) {
        return changes.stream()
                .filter(change -> change.number() == edition)
                .flatMap(change -> changes.stream().filter(other -> Objects.equals(other.number(), change.previous())))
                .map(Programmes.Change::number)
                .findFirst();
    }

    /** The newest edition that was made from this one. @param changes the latest first */
    static Optional<Integer> next(int edition, List<Programmes.Change> changes) {
        return changes.stream()
                .filter(change -> Objects.equals(change.previous(), edition))
                .map(Programmes.Change::number)
                .findFirst();
    }
}
