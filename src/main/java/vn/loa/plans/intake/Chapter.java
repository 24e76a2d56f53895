package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.plans.PlanContent;

/**
 * A heading with the paragraphs up to the next one.
 *
 * @param depth 1 for the parts of the document
 * @param anchor unique within the document
 * @param heading the whole paragraph of the heading
 * @param text without it, unless the heading is a paragraph of text itself
 * @param found where the heading stands
 */
record Chapter(
        int depth,
        @Nullable String number,
        String title,
        String anchor,
        Paragraph heading,
        List<Paragraph> text,
        Finding<String> found) {
    Finding<PlanContent.Part> part() {
        var words = text.stream().map(p -> p.text().plain()).collect(Collectors.joining("\n\n"));
        return found.map(name -> new PlanContent.Part(depth, number, name, anchor, words));
    }

    /** Heading and text. */
    List<Paragraph> all() {
        var all = new ArrayList<Paragraph>();
        all.add(heading);
        text.stream().skip(isOfHeading() ? 1 : 0).forEach(all::add);
        return all;
    }

    /** Whether the text begins with the heading, or with what stands behind its colon. */
    private boolean isOfHeading() {
        if (text.isEmpty() || text.get(0).text().isEmpty()) {
            return false;
        }
        var first = text.get(0).text().place();
        var whole = heading.text().place();
        return first.lastBlock() == whole.lastBlock() && first.to() == whole.to();
    }

    boolean isAbout(String folded) {
        return Letters.fold(title).contains(folded);
    }
}
