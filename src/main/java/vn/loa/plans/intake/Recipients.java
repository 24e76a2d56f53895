package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.plans.Recipient;
import vn.loa.plans.RecipientRole;

/** Who a document is sent to (nơi nhận), and what for: Decree 30/2020/NĐ-CP, Annex I, part II, section I.9. */
final class Recipients {
    private static final Pattern ITEM = Pattern.compile("[-–—+•]\\s?");
    private static final Pattern BETWEEN = Pattern.compile(";\\s?[-–—]\\s");
    private static final Pattern ROLE = Pattern.compile("\\s?;?\\s?\\(([^()]{2,40})\\)[\\s;.,]*$");
    private static final Pattern ARCHIVE = Pattern.compile("luu\\s?[:;.]?\\s?");
    private static final String ENDS = " ;.,:";

    private static final Map<RecipientRole, Pattern> ROLES = Map.of(
            RecipientRole.REPORT, Pattern.compile("(?:de\\s)?(?:b\\s?/\\s?c|bc|bao\\scao)"),
            RecipientRole.COORDINATE, Pattern.compile("(?:de\\s)?(?:p\\s?/\\s?h|phoi\\shop)(?:\\s.*)?"),
            RecipientRole.CARRY_OUT, Pattern.compile("(?:de\\s)?(?:t\\s?/\\s?h|th|thuc\\shien)(?:\\s.*)?"),
            RecipientRole.PUBLISH,
                    Pattern.compile("(?:de\\s)?(?:dang(?:\\stai|\\stin)?|dua\\stin|cong\\sbo)(?:\\s.*)?"));

    private Recipients() {}

    /** @param lines of the left column @param heading which one of them begins with */
    static List<Finding<Recipient>> in(List<Passage> lines, Pattern heading) {
        var items = new ArrayList<List<Passage>>();
        var listed = lines.stream().anyMatch(line -> ITEM.matcher(line.text()).lookingAt());
        for (var line : lines) {
            var head = heading.matcher(line.folded());
            var rest = head.lookingAt() ? line.part(head.end(), line.length()) : line;
            for (var item : parted(rest)) {
                add(items, item, listed);
            }
        }
        return items.stream()
                .map(Passage::joined)
                .filter(item -> item.text().chars().anyMatch(Character::isLetter))
                .map(Recipients::recipient)
                .toList();
    }

    private static List<Passage> parted(Passage line) {
        var items = new ArrayList<Passage>();
        var between = BETWEEN.matcher(line.text());
        var from = 0;
        while (between.find()) {
            items.add(line.part(from, between.start() + 1));
            from = between.start() + 1;
        }
        items.add(line.part(from, line.length()));
        return items;
    }

    private static void add(List<List<Passage>> items, Passage line, boolean listed) {
        if (line.isEmpty()) {
            return;
        }
        var item = ITEM.matcher(line.text());
        if (item.lookingAt()) {
            items.add(new ArrayList<>(List.of(line.part(item.end(), line.length()))));
        } else if (!items.isEmpty()
                && (listed || line.text().charAt(0) == '(')
                && !isOver(items.get(items.size() - 1))) {
            items.get(items.size() - 1).add(line);
        } else if (!listed || line.text().endsWith(";")) {
            items.add(new ArrayList<>(List.of(line)));
        }
    }

    private static boolean isOver(List<Passage> item) {
        var text = item.get(item.size() - 1).text();
        return text.endsWith(".") || text.endsWith(";") || item.size() > 4;
    }

    private static Finding<Recipient> recipient(Passage item) {
        var archive = ARCHIVE.matcher(item.folded());
        if (archive.lookingAt()) {
            return found(item, archive.end(), item.length(), RecipientRole.ARCHIVE);
        }
        var bracket = ROLE.matcher(item.text());
        if (item.length() <= 300 && bracket.find()) {
            var role = role(Letters.fold(bracket.group(1)).strip());
            if (role != null) {
                return found(item, 0, bracket.start(), role);
            }
        }
        return found(item, 0, item.length(), null);
    }

    private static @Nullable RecipientRole role(String words) {
        for (var role : RecipientRole.values()) {
            var pattern = ROLES.get(role);
            if (pattern != null && pattern.matcher(words).matches()) {
                return role;
            }
        }
        return null;
    }

    private static Finding<Recipient> found(Passage item, int from, int to, @Nullable RecipientRole role) {
        var words = item.plain(from, to);
        var end = words.length();
        while (end > 0 && ENDS.indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        var name = words.substring(0, end);
        return Finding.sure(new Recipient(name.isEmpty() ? item.plain() : name, role), item.place());
    }
}
