package vn.loa.programmes;

import java.util.List;
import vn.loa.programmes.ProgrammePlanner.Stretch;

/** Spreads what there is over all that is to be filled when it is too little, so that no day is full while another is silent. */
final class Rationing {
    private final long stock;
    private final long free;
    private long passed;
    private long used;

    private Rationing(long stock, long free) {
        this.stock = stock;
        this.free = free;
    }

    /** @param stock how many seconds there are to play at the most */
    static Rationing of(List<Packing> packed, long stock) {
        return new Rationing(
                stock,
                packed.stream()
                        .flatMap(slot -> slot.free().stream())
                        .mapToLong(Stretch::seconds)
                        .sum());
    }

    /** How many seconds of a stretch are to be filled. Once for each, in order. */
    int room(Stretch stretch) {
        passed += stretch.seconds();
        return stock >= free ? stretch.seconds() : (int) Math.min(stretch.seconds(), stock * passed / free - used);
    }

    /** So many seconds are filled. */
    void used(int seconds) {
        used += seconds;
    }
}
