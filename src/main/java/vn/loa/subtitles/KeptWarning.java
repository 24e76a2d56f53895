package vn.loa.subtitles;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link SubtitleWarning} as it is stored with its track: by its figures, so that its words are those of today. */
@Embeddable
class KeptWarning {
    private SubtitleWarning.Kind kind;
    private int place;
    private long millis;

    @Column(name = "first_figure")
    private @Nullable Double first;

    @Column(name = "second_figure")
    private @Nullable Double second;

    protected KeptWarning() {}

    KeptWarning(SubtitleWarning warning) {
        this.kind = warning.kind();
        this.place = warning.place();
        this.millis = warning.millis();
        this.first = figure(warning.figures(), 0);
        this.second = figure(warning.figures(), 1);
    }

    private static @Nullable Double figure(List<Number> figures, int index) {
        return index < figures.size() ? figures.get(index).doubleValue() : null;
    }

    /** It says the same as the one that this was made from. */
    SubtitleWarning warning() {
        var figures = new ArrayList<Number>();
        if (first != null) {
            figures.add(first);
        }
        if (second != null) {
            figures.add(second);
        }
        return new SubtitleWarning(kind, place, millis, figures);
    }
}
