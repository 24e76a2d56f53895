package vn.loa.archive;

/**
 * A worker's turn at an archive. It lasts until another worker takes the archive: what the first one still wants to write then is refused by {@link Overtaken}.
 *
 * @param attempt how many workers have taken the archive, this one among them
 */
record Turn(long run, int attempt) {}
