package vn.loa.plans.intake;

import java.util.regex.Pattern;

/** The words right before a cited document that say why it is cited. */
final class Lead {
    private static final int LONGEST = 60;

    private static final Pattern WORDS = Pattern.compile(
            "(?<![a-z])(?:(?:va\\s)?(?:can\\scu|thuc\\shien|trien\\skhai|theo|tai|cu\\sthe\\shoa|sua\\sdoi|bo\\ssung|thay\\sthe|duoc|boi|dieu\\schinh|huong\\sdan|nham|ve|gan\\svoi|tinh\\sthan|noi\\sdung|cac|tiep\\stuc|mot\\sso|dieu|cua|chi\\sdao|ban\\shanh|kem)[,\\s]{1,2}){1,8}$");

    private Lead() {}

    /** With the space behind them; empty when none of them stand there. */
    static String before(String folded, int at) {
        var from = Math.max(0, at - LONGEST);
        var found = WORDS.matcher(folded)
                .region(from, at)
                .useTransparentBounds(true)
                .useAnchoringBounds(true);
        return found.find() ? found.group() : "";
    }
}
