package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.TrackNote;
import vn.loa.common.Texts;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Taxonomies;

/** What somebody did, in words; of what was done to a track, with its name. */
@Named
@RequestScoped
public class DeedWords {
    private static final String TONGUE = "Tiếng ";

    @Inject
    private Visit visit;

    @Inject
    private Taxonomies taxonomies;

    private @Nullable Map<String, Texts> languages;

    /** @param action a verb of the domain @param track to which it was done; null when it was not to one */
    public String of(String action, @Nullable TrackNote track) {
        var named = "deed.of." + action;
        return track == null || !visit.hasText(named)
                ? visit.textOr("deed." + action, "deed.other")
                : visit.say(named, name(track));
    }

    private String name(TrackNote track) {
        var language = languages().get(track.language());
        var called = language == null ? track.language() : visit.of(language);
        // Within a sentence it is no beginning.
        return visit.say(
                "deed.track",
                visit.text("send.kind." + track.kind()),
                called.startsWith(TONGUE)
                        ? called.substring(0, 1).toLowerCase(visit.getLocale()) + called.substring(1)
                        : called);
    }

    private Map<String, Texts> languages() {
        var known = languages;
        if (known == null) {
            known = taxonomies.languageLabels();
            languages = known;
        }
        return known;
    }
}
