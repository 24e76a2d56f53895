package vn.loa.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.Channels.Channel;
import vn.loa.administration.EditChannels;
import vn.loa.administration.EditChannels.Detail;
import vn.loa.administration.EditOutcome;
import vn.loa.common.web.Absence;
import vn.loa.common.web.BothWrote;
import vn.loa.common.web.BothWrote.Stored;
import vn.loa.common.web.BothWrote.Theirs;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.ChannelKind;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** The channels and what was counted of them, all of them and each: {@code /quan-tri/kenh}. */
@Named
@RequestScoped
public class ChannelsBacking {
    private static final Map<String, Kind> PICKED = Map.of("dia-ban", Kind.UNIT, "co-quan", Kind.AGENCY);
    private static final String LIST = "/quan-tri/kenh";
    private static final List<String> FIELDS =
            List.of("vi", "en", "loai", "trang", "co-quan", "dia-ban", "dong", "ngay", "theo-doi", "luot-xem");

    @Inject
    private EditChannels channels;

    @Inject
    private PickFields picks;

    @Inject
    private SentForm sent;

    @Inject
    private SentOnce once;

    @Inject
    private BothWrote both;

    @Inject
    private Absence absence;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private List<Channel> lines = List.of();
    private @Nullable Detail detail;
    private boolean allowed = true;

    /** Does what a form of the list asks for, and reads it. */
    public void begin() {
        try {
            take();
            lines = channels.all(user.require());
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
    }

    /** The same for the page of one of them. */
    public void beginOne() {
        try {
            take();
            detail = id() < 0 ? null : channels.find(id(), user.require()).orElse(null);
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
        if (allowed && detail == null) {
            if (sent.isDone()) {
                Redirect.to(visit.href(LIST), FacesContext.getCurrentInstance());
            } else {
                absence.unknown();
            }
        }
    }

    private void take() {
        if (!sent.isSent()) {
            return;
        }
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
            return;
        }
        var by = user.require();
        var fields = SentFields.of(sent, FIELDS, PICKED, picks, visit);
        SentFields.tell(
                switch (sent.getButton()) {
                    case "them" -> SentFields.once(once, by.name(), () -> channels.add(fields, by));
                    case "sua" ->
                        SentFields.change(
                                both,
                                fields,
                                () -> channels.find(id(), by)
                                        .map(Detail::channel)
                                        .map(each -> new Stored(each.version(), stored(each))),
                                (version, merged) -> channels.change(id(), version, merged, by));
                    case "do" -> channels.measure(id(), fields, by);
                    case "quen" -> channels.forget(id(), fields, by);
                    case "bo" -> channels.remove(id(), sent.number("ban"), by);
                    default -> new EditOutcome.Stale();
                },
                "channels",
                FIELDS,
                both,
                sent,
                visit);
    }

    private long id() {
        var id = visit.route("id");
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1;
    }

    public boolean isAllowed() {
        return allowed;
    }

    public List<Channel> getLines() {
        return lines;
    }

    public @Nullable Detail getDetail() {
        return detail;
    }

    public @Nullable Channel getChannel() {
        return detail == null ? null : detail.channel();
    }

    public List<String> getKinds() {
        return Stream.of(ChannelKind.values()).map(ChannelKind::code).toList();
    }

    public String address(long id) {
        return LIST + "/" + id;
    }

    /** What a field holds: what was written and not taken, else what there is. */
    public String field(String button, String name) {
        var channel = getChannel();
        return both.field(button, name, channel == null ? "" : stored(channel).getOrDefault(name, ""));
    }

    private static Map<String, String> stored(Channel channel) {
        return Map.of(
                "vi", channel.name().exactly("vi").orElse(""),
                "en", channel.name().exactly("en").orElse(""),
                "loai", channel.kind(),
                "trang", channel.address(),
                "co-quan", channel.agency(),
                "dia-ban", channel.place(),
                "dong", Objects.toString(channel.closedOn(), ""));
    }

    /** What the fields hold, to be sent along. */
    public String getBase() {
        var channel = getChannel();
        return both.base(channel == null ? Map.of() : stored(channel));
    }

    /** What somebody else has saved in a field in which something was written, too. */
    public @Nullable Theirs theirs(String name) {
        return name.equals("loai")
                ? both.theirs(name, UnaryOperator.identity(), kind -> visit.text("channels.kind." + kind))
                : SentFields.theirs(both, name, PICKED, picks, visit);
    }

    public String getAction() {
        return visit.getAddress().toString();
    }

    public String getToken() {
        return sent.token(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }
}
