package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.plans.PlanContent;

/**
 * Who signs, and by which right: Decree 30/2020/NĐ-CP, Annex I, part II, section I.7: TM. for a body, KT. for its head, TL. by order, TUQ. by authority, Q.
 * for an acting head; the title; the name.
 */
final class Signature {
    private static final String TITLE =
            "(?:pho\\s)?(?:chu\\stich|giam\\sdoc|tong\\sgiam\\sdoc|bi\\sthu|bo\\struong|thu\\struong|thu\\stuong|chanh\\svan\\sphong|chanh\\sthanh\\stra|truong\\sphong|truong\\sban|cuc\\struong|chi\\scuc\\struong|vu\\struong|hieu\\struong|vien\\struong|chu\\snhiem|tong\\sbien\\stap|truong\\sdoan)";

    private static final Pattern CAPACITY = Pattern.compile(
            "(?:(?:tm|kt|tl|tuq|q)\\s?\\.\\s?(?:[a-z,\\s-]{2,80})|" + TITLE + "(?:\\s[a-z,\\s-]{1,60})?)");

    /** At the end of a line of the left column; the dot of the abbreviation, or a title. */
    private static final Pattern AT_END =
            Pattern.compile("\\s((?:tm|kt|tl|tuq|q)\\s?\\.\\s?[a-z\\s]{2,60}|" + TITLE + "(?:\\sthuong\\struc)?)$");

    /** One line may hold both titles. */
    private static final Pattern DEPUTY = Pattern.compile("(?<=\\S)\\s(?=PHÓ\\s|KT\\s?\\.|TUQ\\s?\\.|TL\\s?\\.)");

    private static final String GIVEN = "\\p{Lu}\\p{Ll}{0,6}";
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:ThS|TS|BS|CN|KS|GS|PGS|Th\\.S)\\.?\\s){0,3}(" + GIVEN + "(?:\\s" + GIVEN + "){1,4})");
    private static final Pattern SHOUTED_NAME = Pattern.compile("\\p{Lu}{1,7}(?:\\s\\p{Lu}{1,7}){1,3}");
    private static final Pattern NAME_AT_END = Pattern.compile("[.;]\\s(" + GIVEN + "(?:\\s" + GIVEN + "){1,3})$");

    private static final Set<String> SIGNED =
            Set.of("(da ky)", "da ky", "(ky ten, dong dau)", "(ky, dong dau)", "(ky ten va dong dau)", "(signed)");

    private final List<Passage> capacity = new ArrayList<>();
    private @Nullable Passage name;

    static boolean isCapacity(Passage line) {
        return line.length() <= 100
                && Letters.isShouted(line.text())
                && CAPACITY.matcher(line.folded()).matches();
    }

    /** Takes what is of the signature. @return the rest, which may be empty */
    Passage take(Passage column) {
        var none = column.part(0, 0);
        if (SIGNED.contains(column.folded())) {
            return none;
        }
        if (name == null && isCapacity(column)) {
            capacity.add(column);
            return none;
        }
        var end = AT_END.matcher(column.folded());
        if (name == null
                && column.length() <= 200
                && end.find()
                && Letters.isShouted(column.text().substring(end.start(1)))) {
            capacity.add(column.part(end.start(1), column.length()));
            return column.part(0, end.start());
        }
        if (!capacity.isEmpty() && name == null && isName(column)) {
            name = column;
            return none;
        }
        return column;
    }

    private static boolean isName(Passage line) {
        if (line.length() > 60 || Agencies.beginsLikeOne(line.folded())) {
            return false;
        }
        return NAME.matcher(line.text()).matches()
                || SHOUTED_NAME.matcher(line.text()).matches();
    }

    /** @param left what is of the recipients; where columns are not parted, the name stands behind one of them */
    Optional<Finding<PlanContent.Signer>> signer(List<Passage> left) {
        if (capacity.isEmpty()) {
            return Optional.empty();
        }
        for (var i = 0; i < left.size() && name == null; i++) {
            var line = left.get(i);
            var found = NAME_AT_END.matcher(line.text());
            if (line.length() <= 200 && found.find()) {
                name = line.part(found.start(1), line.length());
                left.set(i, line.part(0, found.start(1)));
            }
        }
        var rights = capacity.stream()
                .flatMap(line -> DEPUTY.splitAsStream(line.plain()))
                .collect(Collectors.joining(", "));
        var places = new ArrayList<Place>();
        capacity.forEach(line -> places.add(line.place()));
        if (name != null) {
            places.add(name.place());
        }
        var doubts = name == null ? Set.of(Doubt.INCOMPLETE) : Set.<Doubt>of();
        return Optional.of(
                new Finding<>(new PlanContent.Signer(name == null ? null : name.plain(), rights), places, doubts));
    }
}
