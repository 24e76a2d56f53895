package vn.loa.plans.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Something recognised.
 *
 * @param places where it was read, the most telling first; never empty
 * @param doubts none where the layout speaks clearly
 */
public record Finding<T>(T value, List<Place> places, Set<Doubt> doubts) {
    public Finding {
        places = List.copyOf(places);
        doubts = Set.copyOf(doubts);
    }

    static <T> Finding<T> sure(T value, Place place) {
        return new Finding<>(value, List.of(place), Set.of());
    }

    static <T> Finding<T> doubtful(T value, Place place, Doubt doubt) {
        return new Finding<>(value, List.of(place), Set.of(doubt));
    }

    Finding<T> with(Set<Doubt> more) {
        var all = EnumSet.noneOf(Doubt.class);
        all.addAll(doubts);
        all.addAll(more);
        return new Finding<>(value, places, all);
    }

    <S> Finding<S> map(Function<T, S> to) {
        return new Finding<>(to.apply(value), places, doubts);
    }

    public Place place() {
        return places.get(0);
    }

    public boolean isSure() {
        return doubts.isEmpty();
    }
}
