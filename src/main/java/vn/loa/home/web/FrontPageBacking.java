package vn.loa.home.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Listening;
import vn.loa.common.web.Visit;
import vn.loa.home.FrontPage;
import vn.loa.home.FrontPages;

/** The front page. */
@Named("front")
@RequestScoped
public class FrontPageBacking {
    @Inject
    private FrontPages pages;

    @Inject
    private Visit visit;

    private @Nullable FrontPage page;

    /** Reads the page. */
    public void load() {
        page = pages.read(Listening.in(visit.getLanguage(), visit.isLight()));
    }

    /** The address of the list of works of these genres. */
    public String works(List<String> genres) {
        return genres.stream().map(code -> "the-loai=" + code).collect(Collectors.joining("&", "/san-pham?", ""));
    }

    /** The address of the list of works that can be heard or watched in this language. */
    public String spoken(String language) {
        var known = page;
        var genres = known == null
                ? List.<String>of()
                : Stream.concat(known.soundGenres().stream(), known.filmGenres().stream())
                        .toList();
        return works(genres) + "&tieng=" + language;
    }

    public @Nullable FrontPage getPage() {
        return page;
    }
}
