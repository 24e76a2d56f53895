package vn.loa.editorial;

/** A new working revision of a public work is open; the public sees no change. Fired inside the transaction; observers only write rows. */
public record Revised(SubjectKind kind, long id, String slug) {}
