/**
 * What documents (PDF, Word, OpenDocument) say, and whether they are harmless. They are read in a process of its own, in a sandbox: nothing of them is
 * parsed here, and what that process says is read as warily as the document itself. Must not know what documents are for.
 */
@NullMarked
package vn.loa.media.documents;

import org.jspecify.annotations.NullMarked;
