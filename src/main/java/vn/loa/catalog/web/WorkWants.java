package vn.loa.catalog.web;

import java.util.function.UnaryOperator;
import vn.loa.catalog.Want;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;

/** What a product lacks, for people: in words, and where it is mended. */
final class WorkWants {
    private WorkWants() {}

    static String of(Visit visit, Want want) {
        var key = "want." + want.kind().code();
        var name = want.name();
        if (name != null) {
            return visit.say(key, visit.of(name));
        }
        return want.count() > 0 ? visit.say(key, want.count()) : visit.text(key);
    }

    /** @param pages the address of a page about the product, by its part such as {@code sua} */
    static String place(Want want, UnaryOperator<String> pages) {
        return switch (want.kind()) {
            case CONTENT, CAPTIONS -> pages.apply(Addresses.FILES);
            case CONSENT -> pages.apply("sua") + "#su-dong-y";
            case APPROVAL, REJECTED, PROCESSING, READY -> "#cac-ban";
            case SUMMARY -> pages.apply("sua") + "#tom-tat-vi";
            case TOPIC -> pages.apply("sua") + "#chu-de";
            case AUDIENCE -> pages.apply("sua") + "#doi-tuong";
        };
    }
}
