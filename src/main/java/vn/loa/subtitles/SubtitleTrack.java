package vn.loa.subtitles;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cues of one subtitle or transcript, in order of time, and what was noticed when they came. */
@Entity
@Table(name = "subtitle_track")
public class SubtitleTrack {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String language;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "subtitle_cue", joinColumns = @JoinColumn(name = "subtitle_track"))
    @OrderColumn(name = "position")
    private List<Cue> cues = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "subtitle_warning", joinColumns = @JoinColumn(name = "subtitle_track"))
    @OrderColumn(name = "position")
    private List<KeptWarning> warnings = new ArrayList<>();

    protected SubtitleTrack() {}

    /**
     * @param language its code
     * @param warnings what an editor may want to put right
     */
    public SubtitleTrack(String language, List<Cue> cues, List<SubtitleWarning> warnings) {
        this.language = language;
        this.warnings = new ArrayList<>(warnings.stream().map(KeptWarning::new).toList());
        this.cues = new ArrayList<>(cues);
    }

    /** Set once it is stored. */
    public @Nullable Long id() {
        return id;
    }

    public String language() {
        return language;
    }

    /** They were taken for words of another language. @param other code of their own */
    public void correct(String other) {
        language = other;
    }

    public List<Cue> cues() {
        return Collections.unmodifiableList(cues);
    }

    /** What an editor may want to put right, first what was left out of the file. */
    public List<SubtitleWarning> warnings() {
        return warnings.stream().map(KeptWarning::warning).toList();
    }
}
