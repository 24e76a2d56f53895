package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.HeardStations.HeardStation;
import vn.loa.programmes.StopEverywhere;
import vn.loa.programmes.StopEverywhere.Result;
import vn.loa.programmes.StopEverywhere.Told;
import vn.loa.programmes.UrgentNow;
import vn.loa.programmes.UrgentNow.Emergency;
import vn.loa.programmes.WorkStations.Place;

/** Which emergencies are played, each with a button that stops it: a part of every page from which one can be sent. */
@Named("urgentNow")
@RequestScoped
public class UrgentNowBacking {
    private static final String STOP = "dung-khan";
    private static final int MOST_NAMED = 5;

    @Inject
    private UrgentNow emergencies;

    @Inject
    private StopEverywhere stopping;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private List<Emergency> all = List.of();
    private boolean elsewhere;

    /** Whether its button was pressed; the page has others. */
    boolean isSent() {
        return sent.getButton().equals(STOP);
    }

    /** @param unit name of the commune in addresses; null for all stations that somebody plans who plans several */
    void take(@Nullable String unit) {
        try {
            said(stopping.stop(Math.max(0, sent.number("khan")), unit, user.require())
                    .orElse(List.of()));
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
        }
    }

    private void said(List<Told> told) {
        var stopped = of(told, Result.STOPPED).size();
        var failed = of(told, Result.FAILED);
        var there = stopped == 0 ? "" : visit.say("programme.stop.done", stopped);
        if (!failed.isEmpty()) {
            var names = failed.stream().map(Told::place).map(visit::of).collect(Collectors.joining(", "));
            sent.refuse((there + " " + visit.say("programme.stop.failed", failed.size(), names)).strip());
        } else if (stopped == 0) {
            sent.refuse(visit.text("programme.stop.nothing"));
        } else {
            // Who reloads the page, or goes back, stops nothing again.
            sent.lead(there, visit.link(visit.getAddress().without(WorkUrgentBacking.INSERTED)));
        }
    }

    private static List<Told> of(List<Told> told, Result result) {
        return told.stream().filter(each -> each.result() == result).toList();
    }

    /** After everything that the page does. @param unit as for {@link #take} */
    void load(@Nullable String unit) {
        all = unit == null ? emergencies.all(user.require()) : emergencies.at(unit, user.require());
    }

    /** The same of a station that they were shown; null where there is none. */
    void loadAt(@Nullable HeardStation station) {
        all = station == null ? List.of() : emergencies.at(station);
    }

    /** For the first page of those who plan several stations. */
    void loadForDesk() {
        load(null);
        elsewhere = true;
    }

    public List<Emergency> getAll() {
        return all;
    }

    /** In which languages, and when. */
    public String about(Emergency emergency) {
        var begins = visit.getWords().time(emergency.begins());
        var ends = visit.getWords().time(emergency.ends());
        return visit.say(
                "programme.stop.about",
                emergency.languages().stream().map(forms::language).collect(Collectors.joining(", ")),
                begins.equals(ends) ? begins : begins + "–" + ends);
    }

    /** Where, if there are several stations. */
    public String places(Emergency emergency) {
        var places = emergency.places();
        return visit.say(
                "programme.stop.places",
                places.size(),
                places.stream()
                                .limit(MOST_NAMED)
                                .map(Place::label)
                                .map(visit::of)
                                .collect(Collectors.joining(", "))
                        + (places.size() > MOST_NAMED ? " …" : ""));
    }

    /** On the first page of those who look after several stations the page of these stations takes it. */
    public String getAction() {
        return elsewhere
                ? visit.href(Addresses.PROGRAMMES_AT_WORK)
                : visit.getAddress().toString();
    }
}
