package vn.loa.taxonomy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * An official administrative unit during the time it existed. Codes are reused, so a unit is its code and the day it began;
 * what a dissolved unit became are its successors.
 */
@Entity
public class Locality {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String code;
    private String name;
    private String kind;
    private Texts label;
    private Level level;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent")
    private @Nullable Locality parent;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @ManyToMany(fetch = FetchType.LAZY)
    @JoinTable(
            name = "locality_successor",
            joinColumns = @JoinColumn(name = "locality"),
            inverseJoinColumns = @JoinColumn(name = "successor"))
    @OrderBy("code")
    private List<Locality> successors = new ArrayList<>();

    @ManyToMany(mappedBy = "successors", fetch = FetchType.LAZY)
    @OrderBy("level, code")
    private List<Locality> predecessors = new ArrayList<>();

    protected Locality() {}

    /**
     * @param code of the general statistics office
     * @param name without its kind, for example {@code Lũng Nặm}
     * @param kind as it is written before the name: {@code Xã}, {@code Phường}, {@code Huyện}, {@code Tỉnh} …
     * @param label kind and name together, per language
     * @param validTo the first day on which it is no more; null while it exists
     */
    public Locality(
            String code,
            String name,
            String kind,
            Texts label,
            Level level,
            @Nullable Locality parent,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.label = label;
        this.level = level;
        this.parent = parent;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    /** Records what this unit, or a part of it, became. */
    public void becomes(Locality successor) {
        if (!successors.contains(successor)) {
            successors.add(successor);
            successor.predecessors.add(this);
        }
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    /** Names it in addresses: its code, with the day it began once it is no more, since the code may be used again. */
    public String addressName() {
        return validTo == null ? code : code + "@" + validFrom;
    }

    public String name() {
        return name;
    }

    public String kind() {
        return kind;
    }

    /** Kind and name as people write them: {@code Xã Lũng Nặm}, {@code Lũng Nặm commune}. */
    public Texts label() {
        return label;
    }

    /** The same with what it lies in, which tells units of one name apart: {@code Xã Quang Trung, tỉnh Bắc Ninh}. */
    public Texts labelWithin() {
        if (parent == null) {
            return label;
        }
        var above = parent.label();
        var texts = new LinkedHashMap<String, String>();
        label.asMap().forEach((language, text) -> texts.put(language, text + ", " + above.within(language)));
        return Texts.of(texts);
    }

    /** What each of these units is called beside the others: with what it lies in where several are called the same. */
    public static Function<Locality, Texts> labelsAmong(Collection<Locality> units) {
        var bearers = units.stream().collect(Collectors.groupingBy(Locality::label, Collectors.counting()));
        return unit -> bearers.getOrDefault(unit.label, 0L) > 1 ? unit.labelWithin() : unit.label;
    }

    public Level level() {
        return level;
    }

    public Optional<Locality> parent() {
        return Optional.ofNullable(parent);
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    public List<Locality> successors() {
        return Collections.unmodifiableList(successors);
    }

    /** What this unit, or parts of it, came from. */
    public List<Locality> predecessors() {
        return Collections.unmodifiableList(predecessors);
    }
}
