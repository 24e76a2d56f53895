package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AuditLog.Line;
import vn.loa.common.Texts;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks;
import vn.loa.taxonomy.Picks.Kind;
import vn.loa.taxonomy.Picks.Pick;
import vn.loa.taxonomy.Taxonomies;

/**
 * The notes of the audit trail as people read them. The trail itself keeps codes, which stay the same whatever the portal says in whatever language; what somebody
 * has written is shown as it is.
 */
@RequestScoped
public class AuditNotes {
    /** Which track, and what was said to its editors. */
    private static final Pattern RETURNED = Pattern.compile(
            "((?:audio|video|subtitle|transcript|description|document|image) [a-z]{2,8})\\R(.*)", Pattern.DOTALL);

    private static final Pattern ACCOUNT =
            Pattern.compile("\\[([a-z, -]*)], ([0-9@-]+|everywhere), \\[([a-zA-Z, -]*)], (open|closed)");
    private static final Pattern UNITS = Pattern.compile("\\+([0-9]+) ~([0-9]+)");
    private static final Pattern RUN =
            Pattern.compile("done ([0-9]+), failed ([0-9]+), faulty ([0-9]+), same ([0-9]+)");
    private static final Pattern SHEET = Pattern.compile("(?s)([0-9]+) works, ([0-9]+) bytes, (.*)");
    private static final Pattern UPLOAD = Pattern.compile("(?s)(.*), ([0-9]+) of ([0-9]+) bytes");
    private static final Pattern REFUSED = Pattern.compile("(?s)([a-z-]+): .*");
    private static final Pattern COUNTED = Pattern.compile("([a-z-]+) ([0-9]+)");
    private static final Pattern LANGUAGE = Pattern.compile("(.*?)(, content)?(, interface)?");
    private static final Pattern TOKEN = Pattern.compile("(all but )?token ([0-9]+)");
    private static final Pattern FACT = Pattern.compile("(?:^|(?<=; ))([a-z]+(?: words)?): ");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]*");

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private Picks picks;

    @Inject
    private Visit visit;

    private @Nullable Map<String, Texts> languages;
    private Map<String, Pick> places = Map.of();

    /** Reads what the notes of these lines name, in one statement however many there are. */
    void prepare(List<Line> lines) {
        places = picks.named(
                Kind.UNIT,
                lines.stream()
                        .flatMap(line -> Stream.ofNullable(line.note()))
                        .map(ACCOUNT::matcher)
                        .filter(Matcher::matches)
                        .map(said -> said.group(2))
                        .toList());
    }

    /** What was done, in words. */
    public String deed(Line line) {
        var general = "deed." + line.action();
        return visit.textOr(line.kind() + "." + general, visit.hasText(general) ? general : "deed.other");
    }

    /** Of what kind something is, in words. */
    public String kind(String code) {
        return visit.textOr("audit.kind." + code, "audit.kind.other");
    }

    /** Who did it: a name, or what the portal does by itself in words. */
    public String who(String name) {
        return visit.hasText("audit.who." + name) ? visit.text("audit.who." + name) : name;
    }

    /** A note in words; empty when there is none. */
    public String words(Line line) {
        var note = line.note();
        return note == null ? "" : words(line.action(), note).orElse(note);
    }

    /** Empty where a note is what somebody has written, or what nobody here knows to say better. */
    private Optional<String> words(String action, String note) {
        return switch (action) {
            case "add-track",
                    "remove-track",
                    "replace-track",
                    "retry-track",
                    "describe-picture",
                    "hand-in-subtitles",
                    "approve-track",
                    "take-back-review",
                    "correct-track",
                    "choose-poster" -> Optional.of(track(note));
            case "reject-track" ->
                match(RETURNED, note, all -> track(all.group(1)) + ": " + all.group(2))
                        .or(() -> known("media.trouble.", note));
            case "open-account", "change-account" -> match(ACCOUNT, note, this::account);
            case "edit" -> note.equals("chapters") ? Optional.of(visit.text("audit.said.chapters")) : Optional.empty();
            case "restore" -> Optional.of(visit.say("audit.said.edition", note));
            case "press" ->
                Optional.of(each(note, " ", part -> known("priority.", part).or(() -> moment(part))));
            case "schedule", "withdraw-consent" -> moment(note);
            case "unschedule" -> known("audit.said.unschedule.", note.replace(' ', '-'));
            case "sign-in" -> Optional.of(each(note, ", ", part -> known("audit.said.token.", part)));
            case "revoke-token" ->
                match(
                        TOKEN,
                        note,
                        which -> visit.say(
                                which.group(1) == null ? "audit.said.token" : "audit.said.tokens", which.group(2)));
            case "import-units" -> match(UNITS, note, all -> visit.say("audit.said.units", all.group(1), all.group(2)));
            case "import-archive", "stop-archive" -> match(RUN, note, this::run);
            case "refuse-archive" -> known("archive.problem.", note);
            case "export-archive" ->
                match(
                        SHEET,
                        note,
                        all -> visit.say("audit.said.sheet", all.group(1), size(all.group(2))) + " " + all.group(3));
            case "end-upload" ->
                match(
                        UPLOAD,
                        note,
                        all -> all.group(1) + ": "
                                + visit.say("audit.said.upload", size(all.group(2)), size(all.group(3))));
            case "refuse-upload" ->
                match(
                        REFUSED,
                        note,
                        why -> known("upload.refused.", why.group(1)).orElse(note));
            case "retry-job" -> known("job.step.", note);
            case "retry-index" -> Optional.of(visit.say("audit.said.changes", note));
            case "send-to-target" -> Optional.of(visit.say("audit.said.weeks", note));
            case "log-broadcasts" ->
                match(
                        COUNTED,
                        note,
                        all -> known("log.origin.", all.group(1)).orElse(all.group(1)) + ": " + all.group(2));
            case "file-report", "unfile-report" -> month(note);
            case "add-language", "change-language" -> match(LANGUAGE, note, this::language);
            case "apply-look", "restore-look" ->
                Optional.of(FACT.matcher(note)
                        .replaceAll(part -> visit.textOr(
                                        "audit.said.look." + part.group(1).replace(' ', '-'), "audit.said.look.other")
                                + ": "));
            default -> Optional.empty();
        };
    }

    private static Optional<String> match(Pattern pattern, String note, Function<MatchResult, String> words) {
        var found = pattern.matcher(note);
        return found.matches() ? Optional.of(words.apply(found.toMatchResult())) : Optional.empty();
    }

    /** What a code is called, if it is one that takes nothing more to say. */
    private Optional<String> known(String keys, String code) {
        return CODE.matcher(code).matches() && visit.hasText(keys + code)
                ? Optional.of(visit.text(keys + code)).filter(text -> !text.contains("{"))
                : Optional.empty();
    }

    private static String each(String note, String between, Function<String, Optional<String>> words) {
        return Stream.of(note.split(Pattern.quote(between)))
                .map(part -> words.apply(part).orElse(part))
                .collect(Collectors.joining(between.isBlank() ? " · " : between));
    }

    /** Kinds, languages and roles of tracks, before and after. */
    private String track(String note) {
        return Stream.of(note.split(" → "))
                .map(side -> Stream.of(side.split(" "))
                        .map(word -> known("send.kind.", word)
                                .or(() -> known("send.role.", word))
                                .or(() -> Optional.ofNullable(languages().get(word))
                                        .map(visit::of))
                                .orElse(word))
                        .collect(Collectors.joining(" · "))
                        .replace(" · %", " %"))
                .collect(Collectors.joining(" → "));
    }

    private String account(MatchResult said) {
        var place = said.group(2).equals("everywhere")
                ? visit.text("people.everywhere")
                : Optional.ofNullable(places.get(said.group(2)))
                        .map(unit -> PickFields.text(unit, visit.getWords()))
                        .orElse(said.group(2));
        var roles = said.group(1).isEmpty()
                ? visit.text("office.role.none")
                : Stream.of(said.group(1).split(", "))
                        .map(role -> known("office.role.", role).orElse(role))
                        .collect(Collectors.joining(", "));
        var tongues = Stream.of(said.group(3).split(", "))
                .filter(code -> !code.isEmpty())
                .map(code -> Optional.ofNullable(languages().get(code))
                        .map(visit::of)
                        .orElse(code))
                .collect(Collectors.joining(", "));
        return Stream.of(roles, place, tongues, visit.text("people.state." + said.group(4)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String run(MatchResult said) {
        var states = List.of("done", "failed", "faulty", "same");
        return IntStream.range(0, states.size())
                .mapToObj(i -> visit.say("audit.said.archive." + states.get(i), said.group(i + 1)))
                .collect(Collectors.joining(", "));
    }

    private String language(MatchResult said) {
        return said.group(1)
                + (said.group(2) == null ? "" : "; " + visit.text("audit.said.language.content"))
                + (said.group(3) == null ? "" : "; " + visit.text("audit.said.language.interface"));
    }

    private String size(String bytes) {
        return visit.getWords().size(Long.parseLong(bytes));
    }

    private Optional<String> moment(String iso) {
        try {
            return Optional.of(
                    iso.contains("T")
                            ? visit.getWords().moment(Instant.parse(iso))
                            : visit.getWords().day(LocalDate.parse(iso)));
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
    }

    private Optional<String> month(String iso) {
        try {
            return Optional.of(visit.getWords().month(YearMonth.parse(iso).atDay(1)));
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
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
