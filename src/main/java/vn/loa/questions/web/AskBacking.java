package vn.loa.questions.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Network;
import vn.loa.common.Texts;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.SameOrigin;
import vn.loa.common.web.Visit;
import vn.loa.questions.Fault;
import vn.loa.questions.QuestionSettings;
import vn.loa.questions.QuestionThrottle;
import vn.loa.questions.SendQuestion;
import vn.loa.questions.Sent;
import vn.loa.taxonomy.Taxonomies;

/**
 * Where citizens ask: {@code /hoi-dap/gui}. The form is a plain one, without session, cookie or script; whatever is wrong with it is said beside the field,
 * and all that was typed stays.
 */
@Named
@RequestScoped
public class AskBacking {
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int BYTES = 12;
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Nobody sees it, so only programs fill it in that fill in everything. */
    private static final String TRAP = "trang-web";

    @Inject
    private SendQuestion send;

    @Inject
    private QuestionThrottle throttle;

    @Inject
    private QuestionSettings settings;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private FormTokens tokens;

    @Inject
    private SameOrigin origin;

    @Inject
    private ClientAddress client;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private final String nonce = fresh();
    private final Map<Fault, String> faults = new EnumMap<>(Fault.class);
    private Sent sent = new Sent("", "", "", "", false, false);
    private List<String> places = List.of();
    private List<Taxonomies.Item> topics = List.of();
    private List<String> communes = List.of();
    private String problem = "";
    private String trapped = "";
    private String code = "";

    private static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Takes what the form sends, or shows it. */
    public void begin() {
        if (request.getMethod().equals("POST")) {
            take(FacesContext.getCurrentInstance().getExternalContext());
        } else {
            sent = new Sent("", "", visit.parameter("chu-de"), "", false, false);
        }
        if (code.isEmpty()) {
            topics = taxonomies.topics();
            communes = communes();
        }
    }

    private void take(ExternalContext faces) {
        sent = new Sent(
                parameter("noi-dung"),
                parameter("lien-he"),
                parameter("chu-de"),
                parameter("dia-ban"),
                request.getParameter("dong-y") != null,
                request.getParameter("cong-khai") != null);
        trapped = parameter(TRAP);
        var form = parameter("so");
        if (!origin.isKept(request)
                || !NONCE.matcher(form).matches()
                || !tokens.isGood(purpose(form), request.getParameter(FormTokens.PARAMETER))) {
            refuse(faces, UNPROCESSABLE, visit.text("ask.again"));
        } else if (!trapped.isEmpty()) {
            refuse(faces, UNPROCESSABLE, visit.text("ask.trap"));
        } else {
            var from = Network.of(client.of(request));
            throttle.send(from).ifPresentOrElse(pause -> wait(faces, pause), () -> take(faces, form, from));
        }
    }

    private void take(ExternalContext faces, String form, Network from) {
        var outcome = send.send(sent, form);
        if (!outcome.isNew()) {
            throttle.nothingTaken(from);
        }
        if (outcome instanceof SendQuestion.Outcome.Taken taken) {
            code = taken.code().value();
        } else if (outcome instanceof SendQuestion.Outcome.Refused refused) {
            places = refused.places();
            refused.faults().forEach(fault -> faults.put(fault, words(fault)));
            refuse(faces, UNPROCESSABLE, visit.say("ask.faults", faults.size()));
        }
    }

    private String words(Fault fault) {
        var key = "ask.fault." + fault.code();
        return switch (fault) {
            case TEXT_LONG -> visit.say(key, Sent.LONGEST_TEXT, sent.text().length());
            case CONTACT_LONG -> visit.say(key, Sent.LONGEST_CONTACT);
            default -> visit.text(key);
        };
    }

    private void wait(ExternalContext faces, Duration pause) {
        faces.setResponseHeader("Retry-After", String.valueOf(pause.toSeconds() + 1));
        refuse(faces, TOO_MANY, visit.say("ask.wait", pause.toMinutes() + 1));
    }

    private void refuse(ExternalContext faces, int status, String why) {
        faces.setResponseStatus(status);
        problem = why;
    }

    private List<String> communes() {
        var all = taxonomies.localities();
        var labels = all.stream().collect(Collectors.toMap(Taxonomies.LocalityItem::code, unit -> unit));
        return all.stream()
                .filter(unit -> unit.validTo() == null)
                .map(unit -> Stream.of(
                                unit.label(),
                                unit.parent() == null || labels.get(unit.parent()) == null
                                        ? Texts.none()
                                        : Objects.requireNonNull(labels.get(unit.parent()))
                                                .label())
                        .filter(label -> !label.isEmpty())
                        .map(label -> label.in(Texts.FALLBACK))
                        .collect(Collectors.joining(", ")))
                .sorted()
                .toList();
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static String purpose(String form) {
        return "question " + form;
    }

    /** For the form, which comes back here. */
    public String getAction() {
        return visit.href(Addresses.ASK);
    }

    /** Makes this form another than all others. */
    public String getNonce() {
        return nonce;
    }

    public String getToken() {
        return tokens.issue(purpose(nonce));
    }

    /** What was typed. */
    public Sent getSent() {
        return sent;
    }

    public String getTrapped() {
        return trapped;
    }

    /** Why nothing was taken in; empty at first. */
    public String getProblem() {
        return problem;
    }

    /** What is wrong with a field, by its name in the API; null when nothing is. */
    public @Nullable String fault(String field) {
        return faults.entrySet().stream()
                .filter(fault -> fault.getKey().field().equals(field))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Those that may be meant by what was typed. */
    public List<String> getPlaces() {
        return places;
    }

    public List<Taxonomies.Item> getTopics() {
        return topics;
    }

    /** Names of the places of today, for whoever begins to type one. */
    public List<String> getCommunes() {
        return communes;
    }

    public int getLongest() {
        return Sent.LONGEST_TEXT;
    }

    public long getRetention() {
        return settings.retention().toDays();
    }

    public int getDays() {
        return settings.dueDays();
    }

    /** The tracking code of what was taken in, shown this once; empty before. */
    public String getCode() {
        return code;
    }

    /** Where the question is followed. */
    public String getFollow() {
        return visit.link(Address.of(Addresses.FOLLOW).with("ma", code));
    }
}
