package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.programmes.PublicProgrammes;
import vn.loa.programmes.PublicProgrammes.Span;
import vn.loa.taxonomy.Taxonomies;

/** The page that a station leaves open and that plays its programme: {@code /lich-phat/{code}/phat}. What it plays its script asks for, and keeps. */
@Named
@RequestScoped
public class PlayoutBacking {
    @Inject
    private PublicProgrammes programmes;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private @Nullable Span station;

    /** Answers that there is none where there is no station. */
    public void load() {
        var today = programmes.ahead(1).get(0);
        var found = programmes.between(visit.route("code"), today, today);
        if (found.isEmpty()) {
            absence.unknown();
        }
        station = found.orElse(null);
    }

    public @Nullable Span getStation() {
        return station;
    }

    public List<Taxonomies.LanguageItem> getLanguages() {
        return taxonomies.languagesOfWorks();
    }

    /** What days are called, Monday first. */
    public List<String> getWeekdays() {
        return Stream.of(DayOfWeek.values()).map(visit.getWords()::weekday).toList();
    }

    /** The programme for people. */
    public String getBack() {
        return visit.href(Addresses.PROGRAMMES + "/" + visit.route("code"));
    }
}
