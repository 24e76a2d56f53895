package vn.loa.plans;

import java.util.Arrays;
import java.util.Locale;

/** What a recipient (nơi nhận) gets the document for: báo cáo, phối hợp, thực hiện, đăng tải, lưu. */
public enum RecipientRole {
    REPORT,
    COORDINATE,
    CARRY_OUT,
    PUBLISH,
    ARCHIVE;

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when the code is unknown */
    public static RecipientRole of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown code: " + code));
    }
}
