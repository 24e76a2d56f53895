package vn.loa.editorial;

/** Something that has an address of its own and is published there. */
public interface Work {
    SubjectKind kind();

    /** @throws NullPointerException while it is not stored */
    long requireId();

    String slug();
}
