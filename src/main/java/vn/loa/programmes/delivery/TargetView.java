package vn.loa.programmes.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * A target, for those who look after it. What is secret is not in it.
 *
 * @param version counts what people have changed of it
 * @param address as {@link WrittenTarget#address}
 * @param secret whether there is one
 * @param hostKey {@code SHA256:…}; empty when nobody has said
 * @param seenHostKey what the server has shown last and nobody has confirmed; empty when there is none
 * @param parts codes of what is sent besides the programme
 * @param unit name in addresses of the unit whose stations it is for
 * @param failingSince since when nothing is taken; null when it is
 * @param restingUntil until when nothing ordinary is tried; null when it is tried now
 * @param waiting how much is to be sent there
 */
public record TargetView(
        long id,
        long version,
        String name,
        TargetKind kind,
        String address,
        String username,
        boolean secret,
        String hostKey,
        String seenHostKey,
        Set<String> parts,
        String unit,
        Texts unitName,
        boolean onPublication,
        boolean onUrgent,
        @Nullable Instant pausedAt,
        @Nullable Instant removedAt,
        @Nullable Instant failingSince,
        @Nullable Instant restingUntil,
        long waiting) {
    /** After so long it does not pass by itself. */
    static final Duration LONG = Duration.ofHours(1);

    /** Whether nothing is sent there, because somebody wants it so. */
    public boolean isPaused() {
        return pausedAt != null;
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    static TargetView of(DeliveryTarget target, long waiting) {
        return new TargetView(
                target.requireId(),
                target.edits(),
                target.name(),
                target.kind(),
                target.address(),
                target.username(),
                target.secret().isPresent(),
                target.hostKey(),
                target.seenHostKey(),
                Set.of(SentPart.write(target.parts()).split(" ")),
                target.unit().addressName(),
                target.unit().label(),
                target.isOnPublication(),
                target.isOnUrgent(),
                target.pausedAt().orElse(null),
                target.removedAt().orElse(null),
                target.failingSince().orElse(null),
                target.restingUntil().orElse(null),
                waiting);
    }
}
