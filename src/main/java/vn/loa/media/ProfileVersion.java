package vn.loa.media;

/** A version of a profile by which something was encoded. */
public record ProfileVersion(String profile, int version) {}
