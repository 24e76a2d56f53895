package vn.loa.editorial;

import static vn.loa.editorial.PublicationState.APPROVED;
import static vn.loa.editorial.PublicationState.ARCHIVED;
import static vn.loa.editorial.PublicationState.DRAFT;
import static vn.loa.editorial.PublicationState.IN_REVIEW;
import static vn.loa.editorial.PublicationState.PUBLISHED;
import static vn.loa.editorial.PublicationState.SCHEDULED;
import static vn.loa.editorial.PublicationState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import vn.loa.common.Coded;

/** What can be done to a publication, where it leads, and from which states. */
public enum Act implements Coded {
    SUBMIT(IN_REVIEW, EnumSet.of(DRAFT)),
    /** Before anybody has approved it. */
    TAKE_BACK(DRAFT, EnumSet.of(IN_REVIEW)),
    APPROVE(APPROVED, EnumSet.of(IN_REVIEW)),
    RETURN(DRAFT, EnumSet.of(IN_REVIEW, APPROVED, SCHEDULED, WITHDRAWN, ARCHIVED)),
    SCHEDULE(SCHEDULED, EnumSet.of(APPROVED, SCHEDULED)),
    UNSCHEDULE(APPROVED, EnumSet.of(SCHEDULED)),
    PUBLISH(PUBLISHED, EnumSet.of(APPROVED, SCHEDULED)),
    REVISE(DRAFT, EnumSet.of(PUBLISHED)),
    /** Whatever the state of what shall follow it: what is public is taken from the public. */
    WITHDRAW(WITHDRAWN, EnumSet.allOf(PublicationState.class)),
    /** What was taken from the public by mistake is shown again as it was. */
    PUT_BACK(PUBLISHED, EnumSet.of(WITHDRAWN)),
    ARCHIVE(ARCHIVED, EnumSet.of(DRAFT, WITHDRAWN));

    private final PublicationState to;
    private final Set<PublicationState> from;

    Act(PublicationState to, Set<PublicationState> from) {
        this.to = to;
        this.from = from;
    }

    PublicationState to() {
        return to;
    }

    /** @param online whether the public sees a revision */
    boolean leadsOnFrom(PublicationState state, boolean online) {
        return from.contains(state) && (this != WITHDRAW || online) && (this != ARCHIVE || !online);
    }
}
