package vn.loa.search;

import java.util.Optional;
import vn.loa.common.Coded;
import vn.loa.editorial.SubjectKind;

/** What a document of the index stands for. */
record Subject(SubjectKind kind, long id) {
    /** The document's id in the index: {@code product/42}. */
    String key() {
        return kind.code() + "/" + id;
    }

    /** Reads {@link #key}; empty when it is none of ours. */
    static Optional<Subject> parse(String key) {
        var slash = key.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            var kind = Coded.of(SubjectKind.class, key.substring(0, slash));
            return Optional.of(new Subject(kind, Long.parseLong(key.substring(slash + 1))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
