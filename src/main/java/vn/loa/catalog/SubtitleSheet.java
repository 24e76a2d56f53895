package vn.loa.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Subtitles that somebody writes at. What they say stands in their {@linkplain SubtitleEdition editions}. */
@Entity
@Table(name = "subtitle_sheet")
public class SubtitleSheet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product")
    private Product product;

    private String language;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "track")
    private @Nullable Track track;

    /** As what the revision that was handed in last went to its reviewer: what it is written for, or a change of that; null when that is gone. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "sent")
    private @Nullable Track sent;

    private int revision;
    private int handed;

    protected SubtitleSheet() {}

    /** @param language a code @param track what it is written for; null for new ones */
    SubtitleSheet(Product product, String language, @Nullable Track track) {
        this.product = product;
        this.language = language;
        this.track = track;
    }

    /** Something is saved. @return the number of what they say from now on */
    int saved() {
        revision++;
        return revision;
    }

    /** What they say now goes to a reviewer. @param to which it is written for @param as that, or a change of it */
    void handedIn(Track to, Track as) {
        handed = revision;
        track = to;
        sent = as;
    }

    /** Whether a track says what was handed in last. */
    boolean isSent(Track as) {
        return as.equals(sent);
    }

    /** Whether a reviewer has sent back what it says now. */
    boolean isReturned() {
        return revision == handed && sent != null && sent.state() == TrackState.REJECTED;
    }

    /** What was handed in last is what its track says now. */
    void approved() {
        sent = track;
    }

    /** What was handed in is gone, before anybody judged it: it can be handed in again. */
    void takenBack() {
        handed = 0;
        sent = null;
    }

    /** What it is written for was taken for another language. @param other code of its own */
    void correct(String other) {
        language = other;
    }

    long requireId() {
        return Objects.requireNonNull(id, "the sheet is not stored yet");
    }

    /** Grows whenever something is saved. */
    public int revision() {
        return revision;
    }

    /** The revision that was handed in last; 0 when none was. */
    public int handed() {
        return handed;
    }

    /** What it is written for; absent until it is handed in for the first time. */
    public Optional<Track> track() {
        return Optional.ofNullable(track);
    }

    public Product product() {
        return product;
    }

    public String language() {
        return language;
    }
}
