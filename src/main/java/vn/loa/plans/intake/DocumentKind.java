package vn.loa.plans.intake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Kinds of documents (tên loại văn bản) with their abbreviations: Decree 30/2020/NĐ-CP, article 7 and Annex III, part I; besides them laws, decrees and
 * circulars, which the Law on the Promulgation of Legal Documents names, and conclusions (kết luận) of the Party.
 */
public enum DocumentKind {
    JOINT_CIRCULAR("Thông tư liên tịch", "TTLT"),
    CIRCULAR("Thông tư", "TT"),
    RESOLUTION("Nghị quyết", "NQ"),
    DECREE("Nghị định", "ND"),
    DECISION("Quyết định", "QĐ"),
    DIRECTIVE("Chỉ thị", "CT"),
    CONCLUSION("Kết luận", "KL"),
    PLAN("Kế hoạch", "KH"),
    OFFICIAL_LETTER("Công văn", "CV"),
    GUIDANCE("Hướng dẫn", "HD"),
    PROGRAMME("Chương trình", "CTr"),
    ANNOUNCEMENT("Thông báo", "TB"),
    REPORT("Báo cáo", "BC"),
    SUBMISSION("Tờ trình", "TTr"),
    SCHEME("Đề án", "ĐA"),
    PROJECT("Dự án", "DA"),
    OPTION("Phương án", "PA"),
    REGULATION("Quy chế", "QC"),
    PROVISIONS("Quy định", "QyĐ"),
    COMMUNIQUE("Thông cáo", "TC"),
    DISPATCH("Công điện", "CĐ"),
    MINUTES("Biên bản", "BB"),
    CONTRACT("Hợp đồng", "HĐ"),
    INVITATION("Giấy mời", "GM"),
    LAW("Luật", "Luật"),
    ORDINANCE("Pháp lệnh", "PL");

    private final String label;
    private final String abbreviation;

    DocumentKind(String label, String abbreviation) {
        this.label = label;
        this.abbreviation = abbreviation;
    }

    public String label() {
        return label;
    }

    /** As plans of the portal have it: KH, QĐ, TT … */
    public String abbreviation() {
        return abbreviation;
    }

    /** All of this text is the name, perhaps with spaced letters. @param folded see {@link Letters} */
    static Optional<DocumentKind> named(String folded) {
        var letters = folded.replaceAll("[\\s.:]", "");
        return Arrays.stream(values())
                .filter(kind -> Letters.fold(kind.label).replace(" ", "").equals(letters))
                .findFirst();
    }

    /** @param words exactly its name, folded */
    static Optional<DocumentKind> of(String words) {
        return Arrays.stream(values())
                .filter(kind -> Letters.fold(kind.label).equals(words))
                .findFirst();
    }

    /** The kind that a symbol names: of {@code KH-UBND}, {@code TT-BTTTT}, {@code KH/TU}; letters of an office name none. */
    static Optional<DocumentKind> ofSymbol(String symbol) {
        var folded = Letters.fold(symbol);
        var end = 0;
        while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
            end++;
        }
        var first = folded.substring(0, end);
        return Arrays.stream(values())
                .filter(kind -> kind != OFFICIAL_LETTER && kind != LAW)
                .filter(kind -> Letters.fold(kind.abbreviation).equals(first))
                .findFirst();
    }

    /** Their folded names as alternatives of a pattern, the longer first. */
    static String alternatives() {
        return Arrays.stream(values())
                .map(kind -> Letters.fold(kind.label))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> name.replace(" ", "\\s"))
                .collect(Collectors.joining("|"));
    }

    /** Those that stand as a title over a document whose text follows. */
    static List<DocumentKind> titles() {
        return Arrays.stream(values())
                .filter(kind -> kind != OFFICIAL_LETTER && kind != LAW && kind != ORDINANCE)
                .toList();
    }
}
