package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.loa.common.JsonFields;

/** Reads what an editor writes about a product, so that everything that is wrong with it is told at once: what it names and there is not, too. */
@ApplicationScoped
@Transactional
public class ReadContent {
    @Inject
    private NamedTerms terms;

    /** What is wrong is left with the reader, which the caller finishes. */
    public ProductContent from(JsonFields fields) {
        var content = ProductContent.read(fields);
        terms.of(List.of(content)).faults(content).forEach(wrong -> fields.violated(wrong.field(), wrong.message()));
        return content;
    }
}
