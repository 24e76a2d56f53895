package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Coded;
import vn.loa.common.Colour;
import vn.loa.common.Texts;
import vn.loa.editorial.ContentRevision;
import vn.loa.media.processing.RedrawEmblem.Emblem;

/**
 * Administrators of the whole portal say what it is called and how it looks. What they write is tried first: nobody else sees it before they apply it. Then it
 * holds at once, pages in memory are made anew, and what held before can be brought back. Others are answered with {@link NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class DecideLook {
    private static final String ACT = "decide how the portal looks";

    @Inject
    private PortalLooks looks;

    @Inject
    private ContentRevision contentRevision;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What is wrong with what somebody wrote. */
    public enum Fault implements Coded {
        LONG,
        BAD_PHONE,
        BAD_MAIL,
        BAD_COLOUR,
        /** There is nothing to apply or to give up. */
        NO_DRAFT
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /**
         * Something is wrong.
         *
         * @param faults by the id of the field; of no field when that is empty
         * @param faint what is wrong with an accent that is one; null when nothing is
         */
        record Wrong(Map<String, Fault> faults, @Nullable Faint faint) implements Outcome {
            public Wrong {
                faults = new LinkedHashMap<>(faults);
            }
        }

        /** Somebody has changed it since it was read. */
        record Stale() implements Outcome {}
    }

    /** The accent cannot be read well enough. @param worst where it is read worst @param instead the nearest of its hue that can be read */
    public record Faint(Colour accent, Palette.Measured worst, Colour instead) {}

    /**
     * What a page about it shows.
     *
     * @param current what holds
     * @param draft what is tried; null when nothing is
     * @param mark by which what was read is recognised when it is sent back
     * @param former what held before, the newest first
     */
    public record State(LookContent current, @Nullable Line draft, String mark, List<Line> former) {
        public State {
            former = List.copyOf(former);
        }

        /** What is written on: what is tried, else what holds. */
        public LookContent shown() {
            return draft == null ? current : draft.content();
        }
    }

    /** @param by who wrote it, or applied it */
    public record Line(long id, LookContent content, String by, Instant at) {}

    public State state(Actor by) {
        Administrators.require(by, ACT);
        return new State(
                looks.current(),
                looks.find(PortalLook.DRAFT).map(this::line).orElse(null),
                mark(),
                looks.former().stream().map(this::line).toList());
    }

    /** What is tried, else what holds. */
    public LookContent tried(Actor by) {
        Administrators.require(by, ACT);
        return looks.find(PortalLook.DRAFT).map(looks::content).orElseGet(looks::current);
    }

    private Line line(PortalLook look) {
        return new Line(look.id(), looks.content(look), look.changedBy(), look.changedAt());
    }

    /** Of what is tried and of what holds: who decides on one has seen the other beside it. */
    private String mark() {
        return Stream.of(PortalLook.DRAFT, PortalLook.CURRENT)
                .map(state -> looks.find(state)
                        .map(look -> look.id() + "." + look.version())
                        .orElse("0.0"))
                .collect(Collectors.joining("-"));
    }

    /**
     * Tries what is written.
     *
     * @param texts what is written in several languages into ten, mo-ta, co-quan, dia-chi, chu-thay
     * @param line what is written into dien-thoai, thu, mau
     */
    public Outcome draft(Function<String, Texts> texts, Function<String, String> line, String mark, Actor by) {
        return change(mark, by, before -> LookFields.read(texts, line, before));
    }

    /** Tries another emblem. @param dark whether it is for dark grounds @param emblem null for none */
    public Outcome show(boolean dark, @Nullable Emblem emblem, String mark, Actor by) {
        return change(mark, by, before -> {
            var kept = emblem == null ? null : looks.keep(emblem);
            return before.showing(dark ? before.emblem() : kept, dark ? kept : before.darkEmblem());
        });
    }

    private Outcome change(String mark, Actor by, Function<LookContent, LookContent> act) {
        Administrators.require(by, ACT);
        looks.oneByOne();
        if (!mark().equals(mark)) {
            return new Outcome.Stale();
        }
        var draft = looks.find(PortalLook.DRAFT);
        var before = draft.map(looks::content).orElseGet(looks::current);
        try {
            var after = act.apply(before);
            if (draft.isEmpty()) {
                looks.add(new PortalLook(after, by.name(), clock.instant()));
            } else {
                draft.get().write(after, by.name(), clock.instant());
                looks.flush();
            }
        } catch (LookFields.Unreadable unreadable) {
            return unreadable.outcome();
        }
        looks.sweep();
        return new Outcome.Done();
    }

    /** What is tried holds from now on. */
    public Outcome apply(String mark, Actor by) {
        return end(mark, by, draft -> replace(draft, "apply-look", by));
    }

    /** What was tried is given up. */
    public Outcome giveUp(String mark, Actor by) {
        return end(mark, by, draft -> {
            looks.remove(draft);
            looks.sweep();
        });
    }

    private Outcome end(String mark, Actor by, Consumer<PortalLook> ending) {
        Administrators.require(by, ACT);
        looks.oneByOne();
        if (!mark().equals(mark)) {
            return new Outcome.Stale();
        }
        var draft = looks.find(PortalLook.DRAFT);
        if (draft.isEmpty()) {
            return new Outcome.Wrong(Map.of("", Fault.NO_DRAFT), null);
        }
        ending.accept(draft.get());
        return new Outcome.Done();
    }

    /** What held before holds again. @param id of it, or 0 for the portal as it comes */
    public Outcome restore(long id, String mark, Actor by) {
        Administrators.require(by, ACT);
        looks.oneByOne();
        if (!mark().equals(mark)) {
            return new Outcome.Stale();
        }
        var wanted = id == 0 ? Optional.of(LookContent.USUAL) : looks.former(id).map(looks::content);
        if (wanted.isEmpty()) {
            return new Outcome.Stale();
        }
        // What is being tried stays as it is: it is another matter.
        replace(new PortalLook(wanted.get(), by.name(), clock.instant()), "restore-look", by);
        return new Outcome.Done();
    }

    private void replace(PortalLook next, String action, Actor by) {
        var before = looks.current();
        looks.find(PortalLook.CURRENT).ifPresent(current -> {
            current.become(PortalLook.FORMER);
            looks.flush();
        });
        var content = looks.content(next);
        next.write(content, by.name(), clock.instant());
        next.become(PortalLook.CURRENT);
        looks.add(next);
        looks.sweep();
        audit.record(by, action, "site", 1, "giao-dien", LookFields.difference(before, content));
        contentRevision.advance();
    }
}
