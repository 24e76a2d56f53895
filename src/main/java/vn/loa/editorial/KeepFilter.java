package vn.loa.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.Actor;

/** Keeps lists of products or plans under names of one's own, for oneself alone. A list is named by what it holds. */
@ApplicationScoped
@Transactional
public class KeepFilter {
    public static final int LONGEST_NAME = 80;

    /** More than anybody finds their way in. */
    public static final int MOST = 30;

    private static final int LONGEST_QUERY = 2_000;

    @Inject
    private SavedFilters filters;

    /** @param query the parameters of the list's address, as it has them */
    public record Kept(long id, String name, String query) {}

    /** What becomes of keeping one. */
    public enum Result {
        KEPT,
        /** It has no name, or one that is too long. */
        NAME,
        /** It narrows nothing, or is longer than an address. */
        QUERY,
        /** They have {@value KeepFilter#MOST} others. */
        TOO_MANY
    }

    public List<Kept> of(SubjectKind list, Actor by) {
        return filters.of(list, by.name());
    }

    /** Keeps a list, in place of the one that they had under this name. @param name one line */
    public Result keep(SubjectKind list, String name, String query, Actor by) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return Result.NAME;
        }
        if (query.isEmpty() || query.length() > LONGEST_QUERY) {
            return Result.QUERY;
        }
        if (filters.others(list, by.name(), name) >= MOST) {
            return Result.TOO_MANY;
        }
        filters.put(list, by.name(), name, query);
        return Result.KEPT;
    }

    /** Forgets one of theirs and answers what it was; empty when it is none of theirs. */
    public Optional<Kept> forget(SubjectKind list, long id, Actor by) {
        var theirs = filters.find(list, by.name(), id);
        theirs.ifPresent(kept -> filters.remove(kept.id()));
        return theirs;
    }
}
