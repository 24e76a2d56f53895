package vn.loa.media.documents.reader;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * On which page the reading is. Office files have no pages; the program that wrote one may have left notes where its own broke. Where it did not, only
 * a document of one page tells.
 */
final class PageCount {
    private final int all;
    private final boolean isKnown;
    private int now = 1;
    private boolean brokenByHand;

    private PageCount(int all, boolean isKnown) {
        this.all = all;
        this.isKnown = isKnown;
    }

    /**
     * @param properties the part in which the program notes how many there are
     * @param breaks how many notes of breaks there are
     */
    static PageCount of(OfficePackage office, String properties, int breaks) throws IOException {
        var noted = new AtomicInteger();
        office.read(properties, part -> find(part, noted));
        var all = noted.get() > 0 ? noted.get() : breaks > 0 ? breaks + 1 : 0;
        return new PageCount(all, breaks > 0 || all == 1);
    }

    private static void find(XmlPart part, AtomicInteger noted) {
        part.children(element -> {
            switch (element) {
                case "Pages" -> {
                    var text = part.text().strip();
                    if (text.matches("\\d{1,6}")) {
                        noted.set(Integer.parseInt(text));
                    }
                }
                case "document-statistic" -> part.number("page-count").ifPresent(noted::set);
                default -> find(part, noted);
            }
        });
    }

    /** @throws vn.loa.media.documents.DocumentRefused if there are too many */
    void tell(Telling telling) {
        if (all > 0) {
            Pages.requireFew(all);
            telling.pages(all);
        }
    }

    /** 0 where nobody knows. */
    int now() {
        return isKnown ? now : 0;
    }

    /** Its author began another page here. */
    void breakByHand() {
        now++;
        brokenByHand = true;
    }

    /** The program noted here that another page begins; of a break by hand it notes that, too. */
    void breakByProgram() {
        if (!brokenByHand) {
            now++;
        }
        brokenByHand = false;
    }
}
