package vn.loa.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.common.Coded;
import vn.loa.common.Slug;

/** The columns of a sheet. One that is written in several languages is there once for each, with the code of the language behind its name. */
enum SheetColumn implements Coded {
    KEY("Khóa", "key", true, false),
    GENRE("Thể loại", "genre", true, false),
    YEAR("Năm", "year", true, false),
    TITLE("Tiêu đề", "title", true, true),
    SUMMARY("Tóm tắt", "summary", false, true),
    BODY("Nội dung", "body", false, true),
    TOPICS("Chủ đề", "topics", false, false),
    AUDIENCES("Đối tượng", "audiences", false, false),
    LOCALITIES("Địa bàn", "localities", false, false),
    AGENCY("Cơ quan", "agency", false, false),
    DELIVERABLE("Chỉ tiêu", "deliverable", false, false),
    REPLAY("Phát lại", "replay", false, false),
    CREDITS("Người thực hiện", "credits", false, false),
    CONSENTS("Người xuất hiện", "consents", false, false),
    CHAPTERS("Chương", "chapters", false, true),
    FILES("Tệp", "files", false, false),
    /** Only read by people. */
    STATE("Trạng thái", "", false, false),
    ADDRESS("Địa chỉ", "", false, false),
    NOTE("Ghi chú", "", false, false);

    /** Stands in a cell whose content is too long for it: what there is stays as it is. */
    static final String KEPT = "(giữ nguyên)";

    /** What the key of a line begins with that is for people alone. */
    static final String REMARK = "#";

    private final String header;
    private final String field;
    private final boolean required;
    private final boolean perLanguage;

    SheetColumn(String header, String field, boolean required, boolean perLanguage) {
        this.header = header;
        this.field = field;
        this.required = required;
        this.perLanguage = perLanguage;
    }

    /** Its name in a sheet. @param language a code; of no matter where it is there once */
    String header(String language) {
        return perLanguage ? header + " (" + language + ")" : header;
    }

    /** Of the product that it says; empty for those that are only read by people. */
    String field() {
        return field;
    }

    boolean isRequired() {
        return required;
    }

    boolean isPerLanguage() {
        return perLanguage;
    }

    /** Whether people alone read it. */
    boolean isForPeople() {
        return field.isEmpty() && this != KEY;
    }

    /**
     * A column of a sheet.
     *
     * @param language empty where it is there once
     */
    record Cell(SheetColumn column, String language) {
        /** Under which what stands in it is kept: {@code title.vi}. */
        String name() {
            return language.isEmpty() ? column.code() : column.code() + "." + language;
        }

        String header() {
            return column.header(language);
        }
    }

    /** All columns of a sheet in order. @param languages codes of those in which something can be written, Vietnamese first */
    static List<Cell> all(List<String> languages) {
        return Arrays.stream(values())
                .flatMap(column -> column.perLanguage
                        ? languages.stream().map(language -> new Cell(column, language))
                        : Stream.of(new Cell(column, "")))
                .toList();
    }

    /** The column of this name, however it is capitalised and with or without its marks. */
    static Optional<Cell> find(String name, List<String> languages) {
        var wanted = folded(name);
        return all(languages).stream()
                .filter(cell -> folded(cell.header()).equals(wanted))
                .findFirst();
    }

    /** Names of those that a sheet must have. */
    static List<Cell> required() {
        return Arrays.stream(values())
                .filter(SheetColumn::isRequired)
                .map(column -> new Cell(column, column.perLanguage ? "vi" : ""))
                .collect(Collectors.toList());
    }

    private static String folded(String name) {
        try {
            return Slug.of(name).value();
        } catch (IllegalArgumentException nothingToRead) {
            return "";
        }
    }
}
