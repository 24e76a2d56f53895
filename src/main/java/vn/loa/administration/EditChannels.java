package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.Channels.Channel;
import vn.loa.administration.Channels.Metric;
import vn.loa.administration.Channels.Threshold;
import vn.loa.administration.EditOutcome.Fault;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.ChannelKind;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/**
 * Administrators of the whole portal keep the channels and what was counted of them, and see which of them count for the promises of plans. Others are
 * answered with {@link NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class EditChannels {
    private static final String SUBJECT = "channel";
    private static final int MOST_THRESHOLDS = 50;

    @Inject
    private Channels channels;

    @Inject
    private Agencies agencies;

    @Inject
    private Localities localities;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** A channel with everything that was counted, and what plans ask for. */
    public record Detail(Channel channel, List<Metric> metrics, List<Judged> thresholds) {
        public Detail {
            metrics = List.copyOf(metrics);
            thresholds = List.copyOf(thresholds);
        }
    }

    /** @param met whether the channel reaches as many, as it was counted last */
    public record Judged(Threshold threshold, boolean met) {}

    private record Described(
            ChannelKind kind,
            Texts name,
            String address,
            String agency,
            @Nullable Long locality,
            @Nullable LocalDate closedOn) {}

    /** All of them. One statement. */
    public List<Channel> all(Actor by) {
        require(by);
        return channels.all();
    }

    /** Three statements. */
    public Optional<Detail> find(long id, Actor by) {
        require(by);
        return channels.find(id).map(channel -> {
            var latest = channel.latest();
            return new Detail(
                    channel,
                    channels.metrics(id),
                    channels.thresholds(MOST_THRESHOLDS).stream()
                            .map(each ->
                                    new Judged(each, latest != null && latest.meets(each.subscribers(), each.views())))
                            .toList());
        });
    }

    /** @param fields vi, en, loai (code of the kind), trang (address of its site), co-quan, dia-ban, dong (day of its end) */
    public EditOutcome add(Map<String, String> fields, Actor by) {
        require(by);
        try {
            var one = described(Texts.none(), new WrittenFields(fields));
            var id = channels.add(one.kind, one.name, one.address, one.agency, one.locality, one.closedOn);
            return done("add-channel", id, one.name.in(Texts.FALLBACK), by);
        } catch (WrittenFields.Unreadable wrong) {
            return wrong.outcome();
        }
    }

    /** @param fields as {@link #add} has them */
    public EditOutcome change(long id, long version, Map<String, String> fields, Actor by) {
        require(by);
        var found = channels.find(id);
        if (found.isEmpty()) {
            return new EditOutcome.Stale();
        }
        try {
            var one = described(found.get().name(), new WrittenFields(fields));
            return channels.change(id, version, one.kind, one.name, one.address, one.agency, one.locality, one.closedOn)
                    ? done("change-channel", id, one.name.in(Texts.FALLBACK), by)
                    : new EditOutcome.Stale();
        } catch (WrittenFields.Unreadable wrong) {
            return wrong.outcome();
        }
    }

    /** With everything that was counted of it. */
    public EditOutcome remove(long id, long version, Actor by) {
        require(by);
        var name = channels.find(id).map(channel -> channel.name().in(Texts.FALLBACK));
        return name.isPresent() && channels.remove(id, version)
                ? done("remove-channel", id, name.get(), by)
                : new EditOutcome.Stale();
    }

    /** @param fields ngay (the day), theo-doi (subscribers), luot-xem (views); what was counted on a day takes the place of what stood for it */
    public EditOutcome measure(long id, Map<String, String> fields, Actor by) {
        require(by);
        if (channels.find(id).isEmpty()) {
            return new EditOutcome.Stale();
        }
        try {
            var written = new WrittenFields(fields);
            var day = written.day("ngay");
            var subscribers = written.count("theo-doi");
            var views = written.count("luot-xem");
            if (day == null || day.isAfter(LocalDate.ofInstant(clock.instant(), TimeSource.ZONE))) {
                written.wrong("ngay", Fault.BAD_DAY);
            }
            if (!written.isChosen("theo-doi") && !written.isChosen("luot-xem")) {
                written.wrong("theo-doi", Fault.NO_NUMBER);
            }
            written.check();
            channels.measure(id, new Metric(Objects.requireNonNull(day), subscribers, views));
            return done("measure-channel", id, day + ": " + subscribers + ", " + views, by);
        } catch (WrittenFields.Unreadable wrong) {
            return wrong.outcome();
        }
    }

    public EditOutcome forget(long id, Map<String, String> fields, Actor by) {
        require(by);
        try {
            var day = new WrittenFields(fields).day("ngay");
            return day != null && channels.forget(id, day)
                    ? done("forget-measure", id, day.toString(), by)
                    : new EditOutcome.Stale();
        } catch (WrittenFields.Unreadable wrong) {
            return wrong.outcome();
        }
    }

    private Described described(Texts before, WrittenFields written) {
        var kind = Stream.of(ChannelKind.values())
                .filter(each -> each.code().equals(written.text("loai")))
                .findFirst();
        if (kind.isEmpty()) {
            written.wrong("loai", Fault.UNKNOWN_KIND);
        }
        var agency = written.text("co-quan");
        if (!agency.isEmpty() && agencies.find(agency).isEmpty()) {
            written.wrong("co-quan", Fault.UNKNOWN_AGENCY);
        }
        var place = written.text("dia-ban");
        var unit = place.isEmpty() ? Optional.<Locality>empty() : localities.find(place);
        if (!place.isEmpty() && unit.isEmpty()) {
            written.wrong("dia-ban", Fault.UNKNOWN_PLACE);
        }
        var names = written.names(before);
        var address = written.text("trang");
        if (!address.isEmpty() && !isPage(address)) {
            written.wrong("trang", Fault.BAD_ADDRESS);
        }
        var closedOn = written.day("dong");
        written.check();
        return new Described(
                kind.orElseThrow(),
                names,
                address,
                agency,
                unit.map(Locality::id).orElse(null),
                closedOn);
    }

    /** Only pages that a browser opens: the address becomes a link. */
    private static boolean isPage(String written) {
        try {
            var uri = new URI(written);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private EditOutcome done(String action, long id, String note, Actor by) {
        audit.record(by, action, SUBJECT, id, String.valueOf(id), note);
        return new EditOutcome.Done(String.valueOf(id));
    }

    private static void require(Actor by) {
        Administrators.require(by, "keep the channels");
    }
}
