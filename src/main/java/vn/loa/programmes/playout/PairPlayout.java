package vn.loa.programmes.playout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.Role;
import vn.loa.common.Sha256;
import vn.loa.common.Texts;
import vn.loa.programmes.Communes;

/**
 * Pairs browsers that play with their station: an officer makes a code, somebody types it into the page that plays within {@value #MINUTES} minutes, and the page is
 * given a secret, with which it writes into the as-run log of that commune and does nothing else, until an officer takes it back.
 */
@ApplicationScoped
@Transactional
public class PairPlayout {
    /** How long a code is good. */
    public static final int MINUTES = 15;

    /** Of the name of a browser, in characters. */
    public static final int LONGEST_NAME = 60;

    /** Without those that people take for one another. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;
    private static final int SECRET_BYTES = 32;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Communes places;

    @Inject
    private PlayoutPlayers players;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** A browser that was paired. @param place name of its commune in addresses */
    public record Paired(String secret, String place, Texts label) {}

    /** A browser as officers see it. @param seen when it was last heard of, to the minute; null when it was not yet */
    public record Player(
            long id,
            String name,
            Instant paired,
            String by,
            @Nullable Instant seen) {

        /** What is shown of it. */
        public static Player of(PlayoutPlayer player) {
            return new Player(
                    player.requireId(),
                    player.name(),
                    player.pairedAt(),
                    player.pairedBy(),
                    player.seenAt().orElse(null));
        }
    }

    /** Who shows a good secret. @param player its id @param place name of the commune in addresses */
    public record Known(long player, String place, Actor actor) {}

    /** @return a code such as {@code K7PM-3XQ4} @throws vn.loa.accounts.NotPermitted unless they plan its programme; empty when there is no such commune */
    public Optional<String> offer(String unit, Actor by) {
        return places.of(unit, by).map(place -> {
            var code = RANDOM.ints(LENGTH, 0, LETTERS.length())
                    .mapToObj(at -> LETTERS.substring(at, at + 1))
                    .collect(Collectors.joining());
            var now = clock.instant();
            players.offer(digest(code), Communes.id(place), by.name(), now, now.plus(Duration.ofMinutes(MINUTES)));
            audit.record(by, "offer-playout", "broadcasts", Communes.id(place), place.addressName(), null);
            return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
        });
    }

    /**
     * @param code as people type it
     * @param unit name in addresses of the commune whose page plays
     * @param name how the station calls this browser
     * @return empty when the code is not, or no longer, good for it
     */
    public Optional<Paired> pair(String code, String unit, String name) {
        var now = clock.instant();
        return places.find(unit)
                .flatMap(place -> players.take(digest(code), Communes.id(place), now)
                        .map(by -> {
                            var bytes = new byte[SECRET_BYTES];
                            RANDOM.nextBytes(bytes);
                            var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                            players.add(new PlayoutPlayer(place, name, Sha256.hex(secret), now, by));
                            audit.record(
                                    by, "pair-playout", "broadcasts", Communes.id(place), place.addressName(), name);
                            return new Paired(secret, place.addressName(), place.label());
                        }));
    }

    /** Whose secret it is; empty when nobody may write with it. */
    public Optional<Known> known(String secret) {
        return players.find(Sha256.hex(secret)).filter(PlayoutPlayer::isGood).map(player -> {
            var now = clock.instant();
            players.seen(player.requireId(), now, now.minus(NOTED_EVERY));
            return new Known(
                    player.requireId(),
                    player.locality().addressName(),
                    new Actor(
                            "may-phat " + player.name(),
                            Set.of(Role.COMMUNE_OFFICER),
                            Communes.id(player.locality()),
                            Set.of(),
                            false));
        });
    }

    /** Those that write into the log of a commune. @return empty when there is no such commune */
    public Optional<List<Player>> players(String unit, Actor by) {
        return places.of(unit, by)
                .map(place -> players.of(place).stream().map(Player::of).toList());
    }

    /** @return whether there was one with this id */
    public boolean revoke(String unit, long id, Actor by) {
        var place = places.of(unit, by);
        var player = players.find(id)
                .filter(PlayoutPlayer::isGood)
                .filter(found -> place.filter(known -> Communes.id(known) == Communes.id(found.locality()))
                        .isPresent());
        player.ifPresent(found -> {
            found.revoke(clock.instant());
            audit.record(by, "revoke-playout", "broadcasts", Communes.id(found.locality()), unit, found.name());
        });
        return player.isPresent();
    }

    /** However it is spaced and capitalised. */
    private static String digest(String code) {
        return Sha256.hex(code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
    }
}
