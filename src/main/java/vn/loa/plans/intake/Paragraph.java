package vn.loa.plans.intake;

import java.util.Optional;

/**
 * What belongs together in the text of a document.
 *
 * @param marker with which it begins
 * @param heading whether the original says that it is one
 */
record Paragraph(Passage text, Optional<Marker> marker, IntakeBlock.Kind kind, boolean heading, boolean bold) {
    String folded() {
        return text.folded();
    }

    /** The words behind the marker. */
    Passage words() {
        return text.part(marker.map(Marker::end).orElse(0), text.length());
    }
}
