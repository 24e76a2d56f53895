package vn.loa.programmes.delivery;

/** What came of something that an administrator did with a target. */
public sealed interface TargetOutcome {
    /** @param count of what is sent now, where that was asked for */
    record Done(long id, int count) implements TargetOutcome {}

    record Wrong(TargetFault fault) implements TargetOutcome {}

    /** It has changed, or is not there, or not theirs. */
    record Stale() implements TargetOutcome {}
}
