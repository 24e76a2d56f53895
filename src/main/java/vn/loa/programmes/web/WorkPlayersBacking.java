package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.PublicAddress;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.WorkStations.View;
import vn.loa.programmes.playout.PairPlayout;
import vn.loa.programmes.playout.PairPlayout.Player;

/** The browsers that play the programme of a station, for whoever looks after it: {@code /quan-tri/lich-phat/{code}/may-phat}. */
@Named
@RequestScoped
public class WorkPlayersBacking {
    @Inject
    private WorkStations stations;

    @Inject
    private PairPlayout pairing;

    @Inject
    private PublicAddress address;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable View station;
    private List<Player> players = List.of();
    private String code = "";

    public void begin() {
        var by = user.require();
        var found = forms.found(() -> stations.find(visit.route("code"), by).filter(view -> !view.template()));
        if (found.isEmpty()) {
            return;
        }
        station = found.get();
        if (forms.isTaken()) {
            take();
        }
        players = pairing.players(getStation().code(), by).orElse(List.of());
    }

    private void take() {
        try {
            if (sent.getButton().equals("thu-hoi")) {
                if (pairing.revoke(getStation().code(), sent.number("may"), user.require())) {
                    sent.done(visit.text("players.revoked"));
                } else {
                    sent.refuse(visit.text("programme.nothing"));
                }
            } else {
                code = pairing.offer(getStation().code(), user.require()).orElse("");
                sent.done(visit.say("players.offered", PairPlayout.MINUTES));
            }
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
        }
    }

    public boolean isThere() {
        return station != null;
    }

    public View getStation() {
        return Objects.requireNonNull(station, "there is no such unit");
    }

    public List<Player> getPlayers() {
        return players;
    }

    /** What is typed into the page that plays; told once. Empty when none was made. */
    public String getCode() {
        return code;
    }

    /** The page that plays, with the full address where that is known: it is typed on another machine. */
    public String getPage() {
        return (address.isKnown() ? address.root() : "") + Addresses.PROGRAMMES + "/"
                + getStation().code() + "/" + Addresses.PLAYOUT;
    }

    public String getBack() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getStation().code()));
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
