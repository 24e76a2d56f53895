package vn.loa.administration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Units that there are and those that a table wants to be, by their codes and times. What is wanted counts before what there is. */
final class UnitsInTime {
    private final Map<String, Unit> known = new HashMap<>();
    private final Map<String, List<Unit>> byCode = new HashMap<>();
    private final Map<String, Unit> wanted = new LinkedHashMap<>();
    private final Map<String, List<Unit>> wantedByCode = new LinkedHashMap<>();

    UnitsInTime(List<Unit> present) {
        present.forEach(unit -> {
            known.put(unit.key(), unit);
            byCode.computeIfAbsent(unit.code(), none -> new ArrayList<>()).add(unit);
        });
    }

    /** @return whether it was not wanted before */
    boolean want(Unit unit) {
        if (wanted.putIfAbsent(unit.key(), unit) != null) {
            return false;
        }
        wantedByCode.computeIfAbsent(unit.code(), none -> new ArrayList<>()).add(unit);
        return true;
    }

    boolean isWanted(String key) {
        return wanted.containsKey(key);
    }

    /** Those that are wanted, in the order in which they were. */
    Collection<Unit> wanted() {
        return Collections.unmodifiableCollection(wanted.values());
    }

    Set<String> wantedCodes() {
        return Collections.unmodifiableSet(wantedByCode.keySet());
    }

    /** As it is; null when there is none. */
    @Nullable Unit known(String key) {
        return known.get(key);
    }

    /** Those that there are of this code. */
    List<Unit> knownOf(String code) {
        return Collections.unmodifiableList(byCode.getOrDefault(code, List.of()));
    }

    /** As it shall be, or else is; null when there is none. */
    @Nullable Unit find(String key) {
        var unit = wanted.get(key);
        return unit == null ? known.get(key) : unit;
    }

    /**
     * Tells of units that have one code at the same time. In the order of their days only neighbours are compared with who lasted
     * longest before.
     */
    void meetings(String code, BiConsumer<Unit, Unit> two) {
        var all = new ArrayList<>(wantedByCode.getOrDefault(code, List.of()));
        knownOf(code).stream().filter(each -> !isWanted(each.key())).forEach(all::add);
        all.sort(Comparator.comparing(Unit::from));
        Unit longest = null;
        for (var unit : all) {
            if (longest != null && longest.overlaps(unit)) {
                two.accept(longest, unit);
            }
            if (longest == null || unit.outlasts(longest)) {
                longest = unit;
            }
        }
    }

    /**
     * The unit whose time has most to do with a time; the newest of several.
     *
     * @param written a code, or a {@link Unit#key}
     * @param to the first day after that time; null when it has no end
     * @return its key
     */
    Optional<String> at(String written, LocalDate from, @Nullable LocalDate to) {
        if (written.contains("@")) {
            return Optional.ofNullable(find(written)).map(Unit::key);
        }
        var candidates = new ArrayList<>(knownOf(written));
        wantedByCode.getOrDefault(written, List.of()).forEach(unit -> {
            candidates.removeIf(other -> other.key().equals(unit.key()));
            candidates.add(unit);
        });
        return candidates.stream()
                .filter(unit -> unit.overlaps(from, to))
                .max(Comparator.comparing(Unit::from))
                .map(Unit::key);
    }
}
