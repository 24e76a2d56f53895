package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.editorial.ContentRevision;

/** An administrator says whose pages may show embeds. It holds at once: pages in memory are made anew. */
@ApplicationScoped
public class DecideWhoEmbeds {
    /** More would not fit the field of an answer that names them. */
    public static final int MOST = 100;

    @Inject
    private EmbedPolicies policies;

    @Inject
    private AuditTrail trail;

    @Inject
    private ContentRevision content;

    /** What came of it. */
    public sealed interface Outcome {
        record Decided(int origins) implements Outcome {}

        /** @param lines that are no origins */
        record Unreadable(List<String> lines) implements Outcome {
            public Unreadable {
                lines = List.copyOf(lines);
            }
        }

        record TooMany() implements Outcome {}

        /** Somebody else has decided meanwhile. */
        record Stale() implements Outcome {}
    }

    /** Whether it is theirs to say: it holds for the whole portal, so not of those who are confined to a part of it. */
    public static boolean isFor(Actor by) {
        return by.is(Role.ADMINISTRATOR) && !by.isConfined();
    }

    /**
     * @param written one origin a line; none opens embeds to everybody
     * @param version of what was changed
     * @throws NotPermitted when it is not theirs to say
     */
    @Transactional
    public Outcome decide(List<String> written, long version, Actor by) {
        if (!isFor(by)) {
            throw new NotPermitted(by, "decide whose pages show embeds");
        }
        var origins = new LinkedHashSet<String>();
        var unreadable = new ArrayList<String>();
        written.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> SiteOrigin.pattern(line).ifPresentOrElse(origins::add, () -> unreadable.add(line)));
        if (!unreadable.isEmpty()) {
            return new Outcome.Unreadable(unreadable);
        }
        if (origins.size() > MOST) {
            return new Outcome.TooMany();
        }
        if (!policies.replace(List.copyOf(origins), version)) {
            return new Outcome.Stale();
        }
        trail.record(by, "decide-embeds", "site", 1, "nhung", origins.isEmpty() ? "*" : String.join(" ", origins));
        content.advance();
        return new Outcome.Decided(origins.size());
    }

    /**
     * One more site, which has been seen already. {@link Outcome.Stale} when there is no list that it could be added to by now.
     *
     * @throws NotPermitted when it is not theirs to say
     */
    @Transactional
    public Outcome allow(String origin, Actor by) {
        var now = policies.current();
        // To name one where none is named would shut out all others.
        if (now.isOpenToAll() && isFor(by)) {
            return new Outcome.Stale();
        }
        return decide(Stream.concat(now.origins().stream(), Stream.of(origin)).toList(), now.version(), by);
    }
}
