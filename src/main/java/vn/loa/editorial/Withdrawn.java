package vn.loa.editorial;

/** It is no longer public. Fired inside the transaction; observers only write rows. */
public record Withdrawn(SubjectKind kind, long id, String slug) {}
