package vn.loa.programmes.log;

import java.util.Arrays;
import java.util.Optional;
import vn.loa.common.Coded;
import vn.loa.common.Slug;

/** The columns of a table of broadcasts. */
public enum LogColumn implements Coded {
    PLACE("Xã", false),
    DAY("Ngày", true),
    TIME("Giờ", true),
    PRODUCT("Sản phẩm", true),
    LANGUAGE("Tiếng", true),
    OUTCOME("Kết quả", false),
    SECONDS("Số giây", false),
    NOTE("Ghi chú", false),
    KEY("Khóa", false);

    private final String header;
    private final boolean required;

    LogColumn(String header, boolean required) {
        this.header = header;
        this.required = required;
    }

    /** Its name in a table. */
    public String header() {
        return header;
    }

    boolean isRequired() {
        return required;
    }

    /** The column of this name, however it is capitalised and with or without its marks. */
    static Optional<LogColumn> find(String name) {
        var wanted = folded(name);
        return Arrays.stream(values())
                .filter(column -> folded(column.header).equals(wanted))
                .findFirst();
    }

    static String folded(String name) {
        try {
            return Slug.of(name).value();
        } catch (IllegalArgumentException nothingToRead) {
            return "";
        }
    }
}
