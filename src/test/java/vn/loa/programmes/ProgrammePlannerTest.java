package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.loa.programmes.PlanningRule.Order;

class ProgrammePlannerTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SKIT = "tieu-pham";

    private static Slot slot(int day, int hour, int seconds) {
        var begins = LocalTime.of(hour, 0);
        return new Slot(MONDAY.plusDays(day), begins, begins.plusSeconds(seconds));
    }

    /** Works with greater numbers are newer. */
    private static Candidate work(long product, String language, String genre, int seconds) {
        return new Candidate(product, language, genre, seconds, EPOCH.plusSeconds(product));
    }

    private static PlannedItem item(Slot slot, int after, long product, int seconds, ItemPriority priority) {
        return new PlannedItem(slot.start().plusSeconds(after), product, "vi", seconds, priority);
    }

    private static PlanningRule rule(List<String> genres, int repeatDays, Map<String, Integer> shares) {
        return new PlanningRule(Preference.ofGenres(genres), false, Order.NEWEST, repeatDays, shares);
    }

    private static List<PlannedItem> plan(List<Slot> slots, List<Candidate> candidates, PlanningRule rule) {
        return ProgrammePlanner.plan(slots, List.of(), List.of(), candidates, rule);
    }

    @Test
    void the_newest_of_the_first_genre_comes_first_and_the_others_follow() {
        var played = plan(
                List.of(slot(0, 5, 400)),
                List.of(
                        work(1, "vi", SKIT, 100),
                        work(2, "vi", SKIT, 100),
                        work(3, "vi", "tin-bai", 100),
                        work(4, "vi", "phong-su", 100)),
                rule(List.of(SKIT, "phong-su"), 7, Map.of()));
        assertThat(played).extracting(PlannedItem::product).containsExactly(2L, 1L, 4L, 3L);
        assertThat(played)
                .extracting(each -> each.at().toLocalTime())
                .startsWith(LocalTime.of(5, 0), LocalTime.of(5, 1, 40));
    }

    @Test
    void rules_are_kept_in_their_order_by_genre_language_topic_and_audience() {
        var rule = new PlanningRule(
                List.of(
                        new Preference(SKIT, "hmn", "", ""),
                        new Preference("", "", "y-te", ""),
                        new Preference("", "vi", "", "tre-em")),
                false,
                Order.NEWEST,
                7,
                Map.of());
        var health = new Candidate(5, "vi", "tin-bai", 100, EPOCH, Set.of("y-te"), Set.of());
        var children = new Candidate(6, "vi", "tin-bai", 100, EPOCH, Set.of(), Set.of("tre-em"));
        var works = List.of(
                work(9, "vi", SKIT, 100), children, health, work(1, "hmn", SKIT, 100), work(2, "hmn", SKIT, 100));
        assertThat(plan(List.of(slot(0, 5, 500)), works, rule))
                .extracting(PlannedItem::product)
                .containsExactly(2L, 1L, 5L, 6L, 9L);
        var only = new PlanningRule(rule.preferences(), true, Order.NEWEST, 7, Map.of());
        assertThat(plan(List.of(slot(0, 5, 500)), works, only))
                .extracting(PlannedItem::product)
                .containsExactly(2L, 1L, 5L, 6L);
    }

    @Test
    void other_genres_are_left_out_when_only_these_are_wanted() {
        var only = new PlanningRule(Preference.ofGenres(List.of(SKIT)), true, Order.OLDEST, 7, Map.of());
        var played = plan(
                List.of(slot(0, 5, 400)),
                List.of(work(2, "vi", SKIT, 100), work(1, "vi", SKIT, 100), work(3, "vi", "tin-bai", 100)),
                only);
        assertThat(played).extracting(PlannedItem::product).containsExactly(1L, 2L);
    }

    @Test
    void the_last_ones_give_way_to_what_fills_the_slot_to_the_second() {
        var played = plan(
                List.of(slot(0, 5, 600)),
                List.of(
                        work(9, "vi", SKIT, 250),
                        work(8, "vi", SKIT, 240),
                        work(7, "vi", SKIT, 200),
                        work(6, "vi", SKIT, 150)),
                rule(List.of(), 7, Map.of()));
        assertThat(played).extracting(PlannedItem::product).containsExactly(9L, 7L, 6L);
        assertThat(played.get(2).end()).isEqualTo(slot(0, 5, 600).end());
    }

    @Test
    void what_was_heard_within_the_days_of_the_rule_is_not_heard_again_before_or_after() {
        var slots = List.of(slot(0, 5, 100), slot(6, 5, 100));
        var candidates = List.of(work(3, "vi", SKIT, 100), work(2, "vi", SKIT, 100), work(1, "vi", SKIT, 100));
        var sundayBefore = item(slot(-1, 17, 100), 0, 3, 100, ItemPriority.NORMAL);
        var mondayAfter = item(slot(7, 17, 100), 0, 2, 100, ItemPriority.NORMAL);
        var played = ProgrammePlanner.plan(
                slots, List.of(), List.of(sundayBefore, mondayAfter), candidates, rule(List.of(), 7, Map.of()));
        assertThat(played).extracting(PlannedItem::product).containsExactly(2L, 3L);
    }

    @Test
    void one_work_in_two_languages_is_two_things() {
        var played = plan(
                List.of(slot(0, 5, 200)),
                List.of(work(1, "vi", SKIT, 100), work(1, "hmn", SKIT, 100)),
                rule(List.of(), 7, Map.of("vi", 50, "hmn", 50)));
        assertThat(played).extracting(PlannedItem::language).containsExactlyInAnyOrder("vi", "hmn");
    }

    @Test
    void a_language_without_a_share_is_not_heard_and_one_without_works_leaves_its_time_to_the_others() {
        var played = plan(
                List.of(slot(0, 5, 300)),
                List.of(work(1, "vi", SKIT, 100), work(2, "vi", SKIT, 100), work(3, "tyz", SKIT, 100)),
                rule(List.of(), 7, Map.of("vi", 40, "hmn", 60)));
        assertThat(played).extracting(PlannedItem::product).containsExactly(2L, 1L);
    }

    @Test
    void what_was_not_heard_for_longest_comes_first_where_the_rule_says_so() {
        var oldest = new PlanningRule(List.of(), false, Order.LONGEST_UNHEARD, 1, Map.of());
        var long_ago = item(slot(-20, 5, 100), 0, 3, 100, ItemPriority.NORMAL);
        var lately = item(slot(-2, 5, 100), 0, 2, 100, ItemPriority.NORMAL);
        var played = ProgrammePlanner.plan(
                List.of(slot(0, 5, 100), slot(1, 5, 100), slot(2, 5, 100), slot(3, 5, 100)),
                List.of(),
                List.of(long_ago, lately),
                List.of(work(1, "vi", SKIT, 100), work(2, "vi", SKIT, 100), work(3, "vi", SKIT, 100)),
                oldest);
        assertThat(played).extracting(PlannedItem::product).containsExactly(1L, 3L, 2L, 1L);
    }

    @Test
    void what_stays_moves_to_the_beginning_what_is_urgent_stays_at_its_time_and_the_rest_is_filled() {
        var slot = slot(0, 5, 600);
        var urgent = item(slot, 300, 50, 60, ItemPriority.URGENT);
        var chosen = item(slot, 100, 51, 120, ItemPriority.NORMAL);
        var played = ProgrammePlanner.plan(
                List.of(slot),
                List.of(urgent, chosen),
                List.of(),
                List.of(work(1, "vi", SKIT, 180), work(2, "vi", SKIT, 240)),
                rule(List.of(), 7, Map.of()));
        assertThat(played).extracting(PlannedItem::product).containsExactly(51L, 1L, 50L, 2L);
        assertThat(played.get(2)).isEqualTo(urgent);
        assertThat(played.get(3).end()).isEqualTo(slot.end());
    }

    @Test
    void what_stays_but_has_no_room_any_more_falls_out() {
        var slot = slot(0, 5, 300);
        var played = ProgrammePlanner.plan(
                List.of(slot),
                List.of(item(slot, 0, 1, 200, ItemPriority.HIGH), item(slot, 200, 2, 150, ItemPriority.NORMAL)),
                List.of(),
                List.of(),
                PlanningRule.usual());
        assertThat(played).extracting(PlannedItem::product).containsExactly(1L);
    }

    @Test
    void what_has_priority_keeps_its_room_though_something_ordinary_comes_before_it() {
        var slot = slot(0, 5, 300);
        var played = ProgrammePlanner.plan(
                List.of(slot),
                List.of(item(slot, 0, 1, 200, ItemPriority.NORMAL), item(slot, 200, 2, 150, ItemPriority.HIGH)),
                List.of(),
                List.of(),
                PlanningRule.usual());
        assertThat(played).extracting(PlannedItem::product).containsExactly(2L);
    }

    @Test
    void nothing_begins_before_what_is_urgent_and_reaches_into_the_slot_is_over() {
        var slot = slot(0, 5, 300);
        var before = item(slot, -60, 50, 120, ItemPriority.URGENT);
        var played = ProgrammePlanner.plan(
                List.of(slot),
                List.of(item(slot, 0, 1, 100, ItemPriority.HIGH)),
                List.of(before),
                List.of(work(2, "vi", SKIT, 140)),
                PlanningRule.usual());
        assertThat(played).extracting(PlannedItem::product).containsExactly(1L, 2L);
        assertThat(played.get(0).at()).isEqualTo(before.end());
        assertThat(played.get(1).end()).isEqualTo(slot.end());
    }

    @Test
    void what_is_urgent_stays_though_it_goes_on_after_its_slot_and_the_next_slot_waits_for_it() {
        var first = slot(0, 5, 300);
        var second = new Slot(first.day(), first.ends(), first.ends().plusSeconds(300));
        var urgent = item(first, 280, 50, 60, ItemPriority.URGENT);
        var played = ProgrammePlanner.plan(
                List.of(first, second),
                List.of(urgent),
                List.of(),
                List.of(work(1, "vi", SKIT, 280), work(2, "vi", SKIT, 260)),
                PlanningRule.usual());
        assertThat(played).extracting(PlannedItem::product).containsExactly(1L, 50L, 2L);
        assertThat(played.get(2).at()).isEqualTo(urgent.end());
    }

    @Test
    void what_is_only_planned_for_later_weeks_is_not_heard_yet() {
        var unheard = new PlanningRule(List.of(), false, Order.LONGEST_UNHEARD, 1, Map.of());
        var played = ProgrammePlanner.plan(
                List.of(slot(0, 5, 100)),
                List.of(),
                List.of(
                        item(slot(-20, 5, 100), 0, 1, 100, ItemPriority.NORMAL),
                        item(slot(8, 5, 100), 0, 2, 100, ItemPriority.NORMAL)),
                List.of(work(1, "vi", SKIT, 100), work(2, "vi", SKIT, 100)),
                unheard);
        assertThat(played).extracting(PlannedItem::product).containsExactly(2L);
    }

    @Test
    void scarce_works_leave_no_day_silent_while_another_is_full() {
        var slots = IntStream.range(0, 7)
                .boxed()
                .flatMap(day -> List.of(slot(day, 5, 1800), slot(day, 17, 1800)).stream())
                .toList();
        var skits = IntStream.rangeClosed(1, 20)
                .mapToObj(product -> work(product, "vi", SKIT, 180))
                .toList();
        var played = plan(slots, skits, PlanningRule.usual());
        assertThat(played).hasSize(20);
        var days =
                played.stream().collect(Collectors.groupingBy(each -> each.at().toLocalDate(), Collectors.counting()));
        assertThat(days).hasSize(7);
        assertThat(days.values()).allSatisfy(count -> assertThat(count).isBetween(2L, 4L));
    }

    @Test
    void a_long_slot_is_filled_with_as_many_short_works_as_it_holds() {
        var works = IntStream.rangeClosed(1, 400)
                .mapToObj(product -> work(product, "vi", SKIT, 40))
                .toList();
        assertThat(plan(List.of(slot(0, 5, 14_400)), works, PlanningRule.usual()))
                .hasSize(360);
    }

    /** A made-up station: always the same for the same number. */
    private record Station(List<Slot> slots, List<Candidate> candidates, List<PlannedItem> heard, PlanningRule rule) {
        static Station of(int seed) {
            var random = new Random(seed);
            var slots = new ArrayList<Slot>();
            for (var day = 0; day < 7; day++) {
                slots.add(slot(day, 5, 300 + random.nextInt(1500)));
                slots.add(slot(day, 17, 300 + random.nextInt(1500)));
            }
            var candidates = new ArrayList<Candidate>();
            for (var product = 1; product <= 20 + random.nextInt(200); product++) {
                for (var language : List.of("vi", "hmn", "tyz")) {
                    if (random.nextInt(3) > 0) {
                        candidates.add(work(
                                product, language, random.nextBoolean() ? SKIT : "tin-bai", 20 + random.nextInt(600)));
                    }
                }
            }
            var heard = IntStream.range(0, random.nextInt(40))
                    .mapToObj(i -> item(
                            slot(-1 - random.nextInt(7), 5, 100), i, 1 + random.nextInt(60), 30, ItemPriority.NORMAL))
                    .toList();
            var shares = random.nextBoolean() ? Map.<String, Integer>of() : Map.of("vi", 30, "hmn", 50, "tyz", 20);
            var order = Order.values()[random.nextInt(Order.values().length)];
            return new Station(
                    slots,
                    candidates,
                    heard,
                    new PlanningRule(
                            Preference.ofGenres(List.of(SKIT)),
                            random.nextBoolean(),
                            order,
                            random.nextInt(9),
                            shares));
        }

        List<PlannedItem> plan() {
            return ProgrammePlanner.plan(slots, List.of(), heard, candidates, rule);
        }

        Slot of(PlannedItem item) {
            return slots.stream()
                    .filter(slot -> slot.contains(item.at()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Property(tries = 60)
    void slots_never_overrun_and_nothing_overlaps(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        var station = Station.of(seed);
        var played = station.plan();
        for (var i = 0; i < played.size(); i++) {
            assertThat(played.get(i).end())
                    .isBeforeOrEqualTo(station.of(played.get(i)).end());
            assertThat(i == 0 || !played.get(i - 1).end().isAfter(played.get(i).at()))
                    .isTrue();
        }
    }

    @Property(tries = 60)
    void nothing_is_heard_again_within_the_days_of_the_rule(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        var station = Station.of(seed);
        var all = new ArrayList<>(station.plan());
        var planned = Set.copyOf(all);
        all.addAll(station.heard());
        for (var one : planned) {
            for (var other : all) {
                if (one != other && one.heard().equals(other.heard())) {
                    assertThat(Math.abs(ChronoUnit.DAYS.between(
                                    one.at().toLocalDate(), other.at().toLocalDate())))
                            .isGreaterThanOrEqualTo(station.rule().repeatDays());
                }
            }
        }
    }

    @Property(tries = 20)
    void the_same_input_gives_the_same_programme_in_whatever_order_it_comes(
            @ForAll @IntRange(min = 0, max = 10_000) int seed) {
        var station = Station.of(seed);
        var shuffled = new ArrayList<>(station.candidates());
        java.util.Collections.shuffle(shuffled, new Random(seed + 1L));
        assertThat(ProgrammePlanner.plan(station.slots(), List.of(), station.heard(), shuffled, station.rule()))
                .isEqualTo(station.plan());
    }

    @Property(tries = 40)
    void no_other_choice_leaves_less_of_the_first_slot_empty(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        var random = new Random(seed);
        var slot = slot(0, 5, 300 + random.nextInt(900));
        var candidates = IntStream.rangeClosed(1, 14)
                .mapToObj(product -> work(product, "vi", SKIT, 40 + random.nextInt(400)))
                .toList();
        var played = plan(List.of(slot), candidates, PlanningRule.usual());
        var best = 0;
        for (var choice = 0; choice < 1 << candidates.size(); choice++) {
            var sum = 0;
            for (var i = 0; i < candidates.size(); i++) {
                sum += (choice >> i & 1) * candidates.get(i).seconds();
            }
            best = sum <= slot.seconds() ? Math.max(best, sum) : best;
        }
        assertThat(played.stream().mapToInt(PlannedItem::seconds).sum()).isEqualTo(best);
    }

    @Property(tries = 40)
    void languages_get_their_shares_where_there_is_enough_of_each(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        var random = new Random(seed);
        var slots = new ArrayList<Slot>();
        for (var day = 0; day < 7; day++) {
            slots.add(slot(day, 5, 1800));
            slots.add(slot(day, 17, 1800));
        }
        var candidates = new ArrayList<Candidate>();
        for (var product = 1; product <= 250; product++) {
            for (var language : List.of("vi", "hmn", "tyz")) {
                candidates.add(work(product, language, SKIT, 60 + random.nextInt(300)));
            }
        }
        var shares = Map.of("vi", 20 + random.nextInt(20), "tyz", 10 + random.nextInt(20));
        var all = new HashMap<>(shares);
        all.put(
                "hmn",
                100 - shares.values().stream().mapToInt(Integer::intValue).sum());
        var played = plan(slots, candidates, rule(List.of(), 7, all));
        var spoken = played.stream()
                .collect(Collectors.groupingBy(PlannedItem::language, Collectors.summingInt(PlannedItem::seconds)));
        var total = spoken.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(total).isGreaterThan(14 * 1795);
        all.forEach((language, share) -> assertThat(100.0 * spoken.getOrDefault(language, 0) / total)
                .as(language)
                .isBetween(share - 4.0, share + 4.0));
    }
}
