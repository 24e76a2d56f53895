package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import vn.loa.media.BlobStore;
import vn.loa.media.processing.StepResults.Master;
import vn.loa.media.transcode.RoomNeeded.Room;

/** Whether the disk has room for what a step is going to make: nothing is read and encoded for hours that then finds none. */
@ApplicationScoped
class WorkRoom {
    @Inject
    private BlobStore store;

    @Inject
    private EncodingTools tools;

    /** @throws IOException when there is less than it may take */
    void require(Step step, Master master) throws IOException {
        var room = room(step, master);
        // Of what is made last, one file after the other goes into the store, where it lies beside its copy for a
        // moment. What comes first is there twice until the last of it is made.
        var bytes = step == Step.SMALL
                ? 2 * room.made() + room.beside()
                : room.made() + Math.max(room.largest(), room.beside());
        store.requireRoom(bytes + (store.isRemote() ? fetched(step, master, room) : 0));
    }

    /** What a store elsewhere hands over: the source, and with a dub the files of its film. */
    private static long fetched(Step step, Master master, Room room) {
        return master.bytes() + (step == Step.DUB ? room.beside() : 0);
    }

    private Room room(Step step, Master master) {
        var needed = tools.encoder().room();
        return switch (step) {
            case SMALL -> needed.small(master.extent());
            case FULL -> needed.full(master.extent());
            case DUB -> needed.dub(master.extent());
            case TAKE_IN -> throw new IllegalArgumentException("Nothing is encoded while a file is taken in");
        };
    }
}
