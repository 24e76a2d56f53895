package vn.loa.media.uploads;

/** Something that may wait for an upload longer than its owner can go on with it. As long as it does, the upload does not come to its end. */
public interface NeededUpload {
    /** Whether it waits for this one. @param id of an upload */
    boolean isNeeded(String id);
}
