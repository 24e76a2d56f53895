package vn.loa.catalog;

import java.util.List;
import vn.loa.common.Violation;

/**
 * What stands against writing a content.
 *
 * @param faults of the content itself
 * @param permitted whether they edit products where it is and where it shall be; not known while there are faults
 * @param writable whether it is a draft, or new; not known while there are faults
 */
public record ContentCheck(List<Violation> faults, boolean permitted, boolean writable) {
    public ContentCheck {
        faults = List.copyOf(faults);
    }
}
