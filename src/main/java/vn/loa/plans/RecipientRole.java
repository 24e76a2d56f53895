package vn.loa.plans;

import vn.loa.common.Coded;

/** What a recipient (nơi nhận) gets the document for: báo cáo, phối hợp, thực hiện, đăng tải, lưu. */
public enum RecipientRole implements Coded {
    REPORT,
    COORDINATE,
    CARRY_OUT,
    PUBLISH,
    ARCHIVE
}
