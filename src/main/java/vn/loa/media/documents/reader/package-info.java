/**
 * The process that reads one document and tells on its standard output what it found ({@link vn.loa.media.documents.ReadingLines}). Runs with the
 * JDK, the library for PDF and nothing else of the portal's on its class path, so it must not use the platform, nor any library but that.
 */
@NullMarked
package vn.loa.media.documents.reader;

import org.jspecify.annotations.NullMarked;
