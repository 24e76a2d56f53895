package vn.loa.taxonomy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.common.Wording;
import vn.loa.taxonomy.Picks.Kind;
import vn.loa.taxonomy.Picks.Pick;

/**
 * Fields into which the name of a unit, an agency or a plan is written. A script offers names while somebody types; without it, what was typed is understood when it is sent:
 * the name with or without marks, with or without what the unit lies in, or the code.
 */
@RequestScoped
public class PickFields {
    /** So many are offered. */
    private static final int MOST = 12;

    /** So many are named when several may be meant. */
    private static final int MEANT = 6;

    /** More units than bear one name. */
    private static final int OF_ONE_NAME = 400;

    private static final Pattern WITH_CODE = Pattern.compile(".*\\(([0-9a-z@-]{1,200})\\)");

    @Inject
    private Picks picks;

    private final Map<Kind, Map<String, Pick>> known = new HashMap<>();
    private final Map<Kind, Map<String, List<Pick>>> meant = new HashMap<>();

    /** What is offered for these words. */
    public List<Pick> find(Kind kind, String typed) {
        return picks.find(kind, PlainText.line(typed), MOST);
    }

    /** A unit or an agency in words: {@code Xã Quang Trung, tỉnh Bắc Ninh}, and until when it was there. */
    public static String text(Pick pick, Wording words) {
        var name = words.of(pick.label());
        if (pick.proposed()) {
            return words.say("plan.agency.proposed", name);
        }
        var end = pick.lastDay();
        return end == null ? name : words.say("pick.until", name, words.numbers(end));
    }

    /** All of these in words; those with one text are told apart by their codes. */
    public static List<String> texts(List<Pick> all, Wording words) {
        var texts = all.stream().map(pick -> text(pick, words)).toList();
        return all.stream()
                .map(pick -> {
                    var text = text(pick, words);
                    return texts.stream().filter(text::equals).count() > 1 ? text + " (" + pick.code() + ")" : text;
                })
                .toList();
    }

    /** Those of these codes in words, one after the other. */
    public String texts(Kind kind, List<String> codes, Wording words) {
        var all = picks.named(kind, codes);
        return several(codes.stream().map(all::get).filter(Objects::nonNull).toList(), words);
    }

    private static String several(List<Pick> all, Wording words) {
        return texts(all, words).stream().limit(MEANT).collect(Collectors.joining("; "));
    }

    /** What a field shows: what the code stands for in words, else what was written. Where others are called the same, or it is not offered, with the code, for it to be understood again. */
    public String shown(Kind kind, String value, Wording words) {
        var pick = named(kind, value);
        if (pick == null) {
            return value;
        }
        var text = text(pick, words);
        return kind != Kind.UNIT && meant(kind, text, words).size() != 1 ? text + " (" + pick.code() + ")" : text;
    }

    /** What the code stands for in words, to be read; else what was written. */
    public String called(Kind kind, String value, Wording words) {
        var pick = named(kind, value);
        return pick == null ? value : text(pick, words);
    }

    /** Looks up what these codes stand for, which are shown one after the other, at once. */
    public void learn(Kind kind, Collection<String> codes) {
        known.computeIfAbsent(kind, none -> new HashMap<>()).putAll(picks.named(kind, codes));
    }

    /** What may be meant by words that several are called, in words; empty when these mean one alone, or nothing. */
    public String several(Kind kind, String written, Wording words) {
        var typed = PlainText.line(written);
        var all = typed.isEmpty() || named(kind, typed) != null ? List.<Pick>of() : meant(kind, typed, words);
        return all.size() > 1 ? several(all, words) : "";
    }

    /** The code of what was written, when it can mean one alone; else what was written. Empty for nothing. */
    public String code(Kind kind, String written, Wording words) {
        var typed = PlainText.line(written);
        if (typed.isEmpty() || named(kind, typed) != null) {
            return typed;
        }
        var all = meant(kind, typed, words);
        return all.size() == 1 ? all.get(0).code() : typed;
    }

    /** Why a field does not say what is meant, with what may be; empty when it does. */
    public String trouble(Kind kind, String value, Wording words) {
        var typed = PlainText.line(value);
        if (typed.isEmpty() || named(kind, typed) != null) {
            return "";
        }
        var all = meant(kind, typed, words);
        var near = all.isEmpty() ? find(kind, typed) : all;
        var key = switch (kind) {
            case UNIT -> "pick.unit";
            case AGENCY, ANY_AGENCY -> "pick.agency";
            case PLAN -> "pick.plan";
        };
        return near.isEmpty()
                ? words.say(key + ".none", typed)
                : words.say(key + ".several", typed, several(near, words));
    }

    private @Nullable Pick named(Kind kind, String code) {
        var ofKind = known.computeIfAbsent(kind, none -> new HashMap<>());
        var before = ofKind.get(code);
        var found = before == null ? picks.named(kind, Set.of(code)).get(code) : before;
        if (found != null) {
            ofKind.put(code, found);
        }
        return found;
    }

    private List<Pick> meant(Kind kind, String typed, Wording words) {
        return meant.computeIfAbsent(kind, none -> new HashMap<>())
                .computeIfAbsent(typed, wanted -> understand(kind, wanted, words));
    }

    /** All that these words may mean: those who are called exactly so before those who are called so but for the marks, and those of today before others. */
    private List<Pick> understand(Kind kind, String typed, Wording words) {
        var code = WITH_CODE.matcher(typed);
        var told = code.matches() ? named(kind, code.group(1)) : null;
        if (told != null) {
            return List.of(told);
        }
        // What a unit lies in, and until when it was there, is written after its name.
        var candidates = picks.find(kind, kind == Kind.UNIT ? typed.replaceAll(",.*", "") : typed, OF_ONE_NAME);
        if (candidates.isEmpty() && kind != Kind.UNIT) {
            candidates = picks.find(kind, typed.replaceAll("[,(][^,(]*$", ""), OF_ONE_NAME);
        }
        for (UnaryOperator<String> reading : List.<UnaryOperator<String>>of(PickFields::plain, Texts::fold)) {
            var wanted = reading.apply(typed);
            var whole = candidates.stream()
                    .filter(pick -> reading.apply(text(pick, words)).equals(wanted))
                    .toList();
            if (!whole.isEmpty()) {
                return whole;
            }
            var named = candidates.stream()
                    .filter(pick -> pick.label().asMap().values().stream()
                            .map(name -> kind == Kind.UNIT ? name.replaceAll(",.*", "") : name)
                            .anyMatch(name -> reading.apply(name).equals(wanted)))
                    .toList();
            var today = named.stream().filter(pick -> pick.lastDay() == null).toList();
            if (!named.isEmpty()) {
                return today.isEmpty() ? named : today;
            }
        }
        return List.of();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
