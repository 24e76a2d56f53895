package vn.loa.common;

/** Something public by its name alone. @param id of it among those of its kind */
public record Titled(long id, String slug, Texts title) {}
