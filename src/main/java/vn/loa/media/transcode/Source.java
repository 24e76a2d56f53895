package vn.loa.media.transcode;

import java.nio.file.Path;
import vn.loa.media.FileFormat;

/**
 * A foreign file on the local disk. Its name never reaches a program that reads it.
 *
 * @param format told from its first bytes; decides how it is read, whatever else it might be
 */
public record Source(Path file, FileFormat format) {}
