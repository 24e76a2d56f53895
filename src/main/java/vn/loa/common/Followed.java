package vn.loa.common;

/** Something that stands on pages and is kept in the memory of each node, since no statement shall be made for it each time. It is read anew when public content has changed. */
public interface Followed {
    /** Reads what holds now. @return whether it is another than what this node kept */
    boolean follow();
}
