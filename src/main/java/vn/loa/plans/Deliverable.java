package vn.loa.plans;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Genre;

/** What a plan promises (chỉ tiêu sản phẩm). Twenty skits in three languages are sixty audio versions; progress counts both. */
@Entity
public class Deliverable {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "revision")
    private PlanRevision revision;

    private int position;
    private String key;
    private Texts title;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "genre")
    private Genre genre;

    private @Nullable Integer quantity;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "deliverable_language", joinColumns = @JoinColumn(name = "deliverable"))
    @OrderColumn(name = "position")
    @Column(name = "language")
    private List<String> languages = new ArrayList<>();

    private Adaptation adaptation;

    @Column(name = "minutes_min")
    private @Nullable Integer minutesMin;

    @Column(name = "minutes_max")
    private @Nullable Integer minutesMax;

    private boolean replay;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "deliverable_channel", joinColumns = @JoinColumn(name = "deliverable"))
    @OrderColumn(name = "position")
    @Column(name = "channel")
    private List<String> channels = new ArrayList<>();

    @Column(name = "threshold_subscribers")
    private @Nullable Long thresholdSubscribers;

    @Column(name = "threshold_views")
    private @Nullable Long thresholdViews;

    private @Nullable LocalDate deadline;

    @Column(name = "due_before")
    private boolean dueBefore;

    @Column(name = "lead_unit")
    private @Nullable String leadUnit;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "deliverable_supporting_unit", joinColumns = @JoinColumn(name = "deliverable"))
    @OrderColumn(name = "position")
    @Column(name = "unit")
    private List<String> supportingUnits = new ArrayList<>();

    @Column(name = "budget_source")
    private @Nullable String budgetSource;

    protected Deliverable() {}

    Deliverable(PlanRevision revision, int position, PlanContent.Promise promise, Genre genre) {
        this.revision = revision;
        this.position = position;
        this.key = promise.key();
        this.title = promise.title();
        this.genre = genre;
        this.quantity = promise.quantity();
        this.languages = new ArrayList<>(promise.languages());
        this.adaptation = promise.adaptation();
        this.minutesMin = promise.minutesMin();
        this.minutesMax = promise.minutesMax();
        this.replay = promise.replay();
        this.channels = new ArrayList<>(promise.channels());
        this.thresholdSubscribers = promise.thresholdSubscribers();
        this.thresholdViews = promise.thresholdViews();
        this.deadline = promise.deadline();
        this.dueBefore = promise.dueBefore();
        this.leadUnit = promise.leadUnit();
        this.supportingUnits = new ArrayList<>(promise.supportingUnits());
        this.budgetSource = promise.budgetSource();
    }

    /** Names it for products and the API; the same in all revisions of the plan. */
    public String key() {
        return key;
    }

    /** The revision that makes this promise. */
    public PlanRevision revision() {
        return revision;
    }

    public Texts title() {
        return title;
    }

    public Genre genre() {
        return genre;
    }

    /** How many works; absent when the plan names no number. */
    public Optional<Integer> quantity() {
        return Optional.ofNullable(quantity);
    }

    /** Codes of the languages it must be heard or read in, the original first. */
    public List<String> languages() {
        return Collections.unmodifiableList(languages);
    }

    public Adaptation adaptation() {
        return adaptation;
    }

    /** Least length of one work in minutes; equal to {@link #minutesMax} when the plan says it exactly. */
    public Optional<Integer> minutesMin() {
        return Optional.ofNullable(minutesMin);
    }

    public Optional<Integer> minutesMax() {
        return Optional.ofNullable(minutesMax);
    }

    /** Whether older works used again count (phát lại). */
    public boolean isReplay() {
        return replay;
    }

    /** Where it shall be broadcast or posted, as the plan names it. */
    public List<String> channels() {
        return Collections.unmodifiableList(channels);
    }

    /** Least number of subscribers of a channel that counts. */
    public Optional<Long> thresholdSubscribers() {
        return Optional.ofNullable(thresholdSubscribers);
    }

    /** Least number of views of a channel that counts. */
    public Optional<Long> thresholdViews() {
        return Optional.ofNullable(thresholdViews);
    }

    public Optional<LocalDate> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** Whether it is due before the day of the deadline (trước ngày), not on it. */
    public boolean isDueBefore() {
        return dueBefore;
    }

    /** Whether this day is after the last on which the promise can be kept; never when the plan names no deadline. */
    public boolean isOverOn(LocalDate day) {
        return lastDay().filter(day::isAfter).isPresent();
    }

    /** The last day on which the promise can be kept: the deadline, or the day before when it is due before it. */
    public Optional<LocalDate> lastDay() {
        return deadline().map(day -> dueBefore ? day.minusDays(1) : day);
    }

    /** Đơn vị chủ trì. */
    public Optional<String> leadUnit() {
        return Optional.ofNullable(leadUnit);
    }

    /** Đơn vị phối hợp. */
    public List<String> supportingUnits() {
        return Collections.unmodifiableList(supportingUnits);
    }

    public Optional<String> budgetSource() {
        return Optional.ofNullable(budgetSource);
    }
}
