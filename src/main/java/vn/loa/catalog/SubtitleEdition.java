package vn.loa.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.subtitles.CueScript;
import vn.loa.subtitles.TimedText;

/** What subtitles said when somebody saved them. What the page saves by itself within minutes while one person types is one edition. */
@Entity
@Table(name = "subtitle_edition")
public class SubtitleEdition {
    /** The page saves by itself every few seconds; nobody looks for one of those. */
    private static final Duration ONE_SITTING = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "sheet")
    private SubtitleSheet sheet;

    private int revision;
    private SheetDeed deed;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "saved_by")
    private String savedBy;

    private String cues;

    protected SubtitleEdition() {}

    SubtitleEdition(SubtitleSheet sheet, SheetDeed deed, List<TimedText> cues, String savedBy, Instant now) {
        this.sheet = sheet;
        this.revision = sheet.revision();
        this.deed = deed;
        this.begunAt = now;
        this.savedAt = now;
        this.savedBy = savedBy;
        this.cues = CueScript.write(cues).toString();
    }

    /** Whether what somebody saves now goes on with this edition; not with one that a reviewer may be looking at. */
    boolean goesOn(SheetDeed next, String by, Instant now) {
        return (next == SheetDeed.EDIT || next == SheetDeed.SAVE)
                && isFolded(by)
                && now.isBefore(begunAt.plus(ONE_SITTING));
    }

    /** Whether it is no edition in its own right: nobody has wanted it, and no reviewer may be looking at it. */
    private boolean isFolded(String by) {
        return deed == SheetDeed.EDIT && savedBy.equals(by) && revision != sheet.handed();
    }

    /** Somebody wants it as it is: nothing goes on with it any more. */
    void want(SheetDeed wanted, String by) {
        if (wanted == SheetDeed.SAVE && isFolded(by)) {
            deed = SheetDeed.SAVE;
        }
    }

    /** Takes what was saved now in the place of what it said. @param how whether somebody wanted it saved */
    void goOn(SheetDeed how, List<TimedText> now, Instant at) {
        deed = how;
        revision = sheet.revision();
        cues = CueScript.write(now).toString();
        savedAt = at;
    }

    /** @return in order of time */
    List<TimedText> cues() {
        return CueScript.parse(cues);
    }

    boolean says(List<TimedText> other) {
        return cues.equals(CueScript.write(other).toString());
    }

    /** Whether it says what a file said that was sent in the place of what was written here. */
    boolean isOfFileInPlace() {
        return isOfFileInPlace(deed, revision);
    }

    static boolean isOfFileInPlace(SheetDeed deed, int revision) {
        return deed == SheetDeed.TAKEN && revision > 1;
    }

    Instant savedAt() {
        return savedAt;
    }

    String savedBy() {
        return savedBy;
    }
}
