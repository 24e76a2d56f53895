package vn.loa.catalog;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Audience;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;

/** One wording of a product: everything an editor writes. The public sees one revision while editors may work on the next. */
@Entity
@Table(name = "product_revision")
public class ProductRevision {
    private static final Set<TrackKind> WITH_WORDS = EnumSet.of(TrackKind.AUDIO, TrackKind.VIDEO, TrackKind.DOCUMENT);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product")
    private Product product;

    private int number;
    private Texts title = Texts.none();
    private Texts summary = Texts.none();
    private Texts body = Texts.none();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "genre")
    private Genre genre;

    @ManyToMany(fetch = FetchType.LAZY)
    @JoinTable(
            name = "product_topic",
            joinColumns = @JoinColumn(name = "revision"),
            inverseJoinColumns = @JoinColumn(name = "topic"))
    @OrderBy("position, code")
    private List<Topic> topics = new ArrayList<>();

    @ManyToMany(fetch = FetchType.LAZY)
    @JoinTable(
            name = "product_audience",
            joinColumns = @JoinColumn(name = "revision"),
            inverseJoinColumns = @JoinColumn(name = "audience"))
    @OrderBy("position, code")
    private List<Audience> audiences = new ArrayList<>();

    @ManyToMany(fetch = FetchType.LAZY)
    @JoinTable(
            name = "product_locality",
            joinColumns = @JoinColumn(name = "revision"),
            inverseJoinColumns = @JoinColumn(name = "locality"))
    @OrderBy("code, validFrom")
    private List<Locality> localities = new ArrayList<>();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency")
    private @Nullable Agency agency;

    @Column(name = "production_year")
    private int year;

    private boolean replay;
    private @Nullable String deliverable;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "product_credit", joinColumns = @JoinColumn(name = "revision"))
    @OrderColumn(name = "position")
    private List<Credit> credits = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "product_consent", joinColumns = @JoinColumn(name = "revision"))
    @OrderColumn(name = "position")
    private List<Consent> consents = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "product_chapter", joinColumns = @JoinColumn(name = "revision"))
    @OrderColumn(name = "position")
    private List<Chapter> chapters = new ArrayList<>();

    protected ProductRevision() {}

    @SuppressWarnings("NullAway.Init") // The content is written before anyone sees it.
    ProductRevision(Product product, int number) {
        this.product = product;
        this.number = number;
    }

    /** The next revision, which starts as a copy of this one. */
    ProductRevision next() {
        var next = new ProductRevision(product, number + 1);
        next.write(new Wording(title, summary, body, year, replay, deliverable), genre, agency);
        next.describe(topics, audiences, localities);
        next.name(credits, consents);
        next.divide(chapters);
        return next;
    }

    /** What stands in the revision itself, as opposed to what it refers to. */
    record Wording(
            Texts title,
            Texts summary,
            Texts body,
            int year,
            boolean replay,
            @Nullable String deliverable) {}

    void write(Wording wording, Genre ofGenre, @Nullable Agency issuedBy) {
        title = wording.title();
        summary = wording.summary();
        body = wording.body();
        year = wording.year();
        replay = wording.replay();
        deliverable = wording.deliverable();
        genre = ofGenre;
        agency = issuedBy;
    }

    void describe(List<Topic> about, List<Audience> forWhom, List<Locality> where) {
        topics = new ArrayList<>(about);
        audiences = new ArrayList<>(forWhom);
        localities = new ArrayList<>(where);
    }

    /** Whether that is another genre than it had. */
    boolean sort(Genre wanted) {
        var isChanged = !genre.code().equals(wanted.code());
        genre = wanted;
        return isChanged;
    }

    void name(List<Credit> makers, List<Consent> shown) {
        credits = new ArrayList<>(makers);
        record(new ConsentRecord(shown));
    }

    /** Takes copies: what two revisions say is stored twice, and one object cannot be part of both. */
    void record(ConsentRecord shown) {
        consents = new ArrayList<>(shown.consents().stream().map(Consent::copy).toList());
    }

    ConsentRecord consentRecord() {
        return new ConsentRecord(consents);
    }

    void divide(List<Chapter> into) {
        // As with consents: one object cannot be part of two revisions.
        chapters = into.stream()
                .map(chapter -> new Chapter(chapter.startMillis(), chapter.title()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    public Product product() {
        return product;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    public Texts title() {
        return title;
    }

    public Texts summary() {
        return summary;
    }

    /** Sanitised HTML per language; empty for works without a text of their own. */
    public Texts body() {
        return body;
    }

    public Genre genre() {
        return genre;
    }

    /** The languages one can hear, watch or read it in. @param approved the approved tracks of the product */
    public Set<String> languages(Collection<Track> approved) {
        var languages = approved.stream()
                .filter(track -> WITH_WORDS.contains(track.kind()))
                .map(Track::language)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        languages.addAll(body.languages());
        return languages;
    }

    public List<Topic> topics() {
        return Collections.unmodifiableList(topics);
    }

    public List<Audience> audiences() {
        return Collections.unmodifiableList(audiences);
    }

    public List<Locality> localities() {
        return Collections.unmodifiableList(localities);
    }

    public Optional<Agency> agency() {
        return Optional.ofNullable(agency);
    }

    public int year() {
        return year;
    }

    /** An older work used again (phát lại), not a new production (sản xuất mới). */
    public boolean isReplay() {
        return replay;
    }

    /** The key of the plan deliverable that it fulfils. */
    public Optional<String> deliverable() {
        return Optional.ofNullable(deliverable);
    }

    public List<Credit> credits() {
        return Collections.unmodifiableList(credits);
    }

    public List<Consent> consents() {
        return Collections.unmodifiableList(consents);
    }

    /** In order of time; most works have none. */
    public List<Chapter> chapters() {
        return Collections.unmodifiableList(chapters);
    }
}
