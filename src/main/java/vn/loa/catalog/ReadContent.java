package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.loa.common.JsonFields;
import vn.loa.common.TimeSource;

/** Reads what an editor writes about a product, so that everything that is wrong with it is told at once: what it names and there is not, too. */
@ApplicationScoped
@Transactional
public class ReadContent {
    @Inject
    private NamedTerms terms;

    @Inject
    private Clock clock;

    /** What is wrong is left with the reader, which the caller finishes. */
    public ProductContent from(JsonFields fields) {
        var content = ProductContent.read(fields);
        var next = LocalDate.now(clock.withZone(TimeSource.ZONE)).getYear() + 1;
        if (content.year() > next) {
            // A slip of the finger, which would stand first in every list.
            fields.violated("year", "must be from " + ProductContent.FIRST_YEAR + " to " + next);
        }
        terms.of(List.of(content)).faults(content).forEach(wrong -> fields.violated(wrong.field(), wrong.message()));
        return content;
    }
}
