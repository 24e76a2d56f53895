package vn.loa.programmes.web;

import java.util.Set;
import vn.loa.common.web.SentForm;
import vn.loa.programmes.delivery.TargetView;
import vn.loa.programmes.delivery.WrittenTarget;

/** The form of a target: what was written into it, and what it shows. What is secret it never shows. */
final class TargetForm {
    private TargetForm() {}

    /** @param unit code of the one that was picked */
    static WrittenTarget written(SentForm sent, String unit) {
        return new WrittenTarget(
                sent.line("ten"),
                sent.line("loai"),
                sent.line("dia-chi"),
                sent.line("nguoi-dung"),
                sent.text(SentForm.SECRET),
                sent.has("quen-bi-mat"),
                sent.line("khoa-may"),
                Set.copyOf(sent.all("phan")),
                unit,
                sent.has("khi-dang"),
                sent.has("khi-khan"));
    }

    /** What a field shows of a target. */
    static String shown(TargetView target, String name) {
        return switch (name) {
            case "ten" -> target.name();
            case "loai" -> target.kind().code();
            case "dia-chi" -> target.address();
            case "nguoi-dung" -> target.username();
            case "khoa-may" -> target.hostKey();
            case "don-vi" -> target.unit();
            default -> "";
        };
    }
}
