package vn.loa.media.documents;

import java.util.Locale;

/** Why a document is not taken in. The names are kept in the database and in message bundles: do not change them. */
public enum Refusal {
    /** It is none of the kinds that are read, or its content makes no sense. */
    BROKEN,
    /** It can be opened with a password only. */
    ENCRYPTED,
    /** It was written by an office program of the time before 2007, whose files may hide programs. */
    OLD_FORMAT,
    /** It runs scripts, or starts programs, when it is opened or clicked. */
    SCRIPTS,
    /** It is a form of the kind XFA, which is a program. */
    XFA,
    /** There are macros in it. */
    MACROS,
    /** A program is packed into it. */
    EXECUTABLE,
    /** It becomes more than a hundred times as large when it is unpacked. */
    SWELLS,
    /** It is nested so deeply, or takes so much memory or time, that no ordinary document does. */
    TOO_COMPLEX,
    /** It defines a document type, by which it could read other files. */
    DOCUMENT_TYPE,
    /** It fetches something from elsewhere when it is opened: a template, a picture, an object. */
    EXTERNAL,
    /** Something in it would be unpacked to elsewhere. */
    UNSAFE_NAMES,
    /** It has more pages than are read. */
    TOO_MANY_PAGES;

    /** As the API and message keys write it, such as {@code document-too-many-pages}. */
    public String code() {
        return "document-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
