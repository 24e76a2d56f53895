package vn.loa.media;

import java.io.IOException;
import vn.loa.common.WantOfRoom;

/** The storage of blobs did not keep what it was given. Nobody but an operator can do anything about it; the same may go well later. */
public final class StorageAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageAway(String what, IOException why) {
        super(what + ": " + why.getMessage(), why);
    }

    /** Whether its disk is full: then nothing goes well before an operator has made room. */
    public boolean isForWantOfRoom() {
        return WantOfRoom.explains(this);
    }
}
