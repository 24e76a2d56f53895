package vn.loa.editorial;

/** A first or a new revision is public, or a public one's tracks have changed. Fired inside the transaction; observers only write rows. */
public record Published(SubjectKind kind, long id, String slug) {}
