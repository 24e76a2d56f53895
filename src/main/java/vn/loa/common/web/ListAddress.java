package vn.loa.common.web;

import java.util.List;
import vn.loa.common.PlainText;

/**
 * What in an address makes a list of the back office the list that it is.
 *
 * @param path of the list
 * @param names of the parameters that narrow it
 */
public record ListAddress(String path, List<String> names) {
    public ListAddress {
        names = List.copyOf(names);
    }

    /** The first page of the same list, with nothing else in its address. */
    public Address narrowed(Address address) {
        var list = Address.of(path);
        for (var name : names) {
            var value = value(address, name);
            if (!value.isEmpty()) {
                list = list.with(name, value);
            }
        }
        return list;
    }

    /** What a parameter asks for, as one line. */
    public String value(Address address, String name) {
        return PlainText.line(address.first(name).orElse(""));
    }

    /** Whether it asks for less than everything. */
    public boolean isNarrowed(Address address) {
        return !query(narrowed(address)).isEmpty();
    }

    /** The parameters of a list; empty for the whole list. */
    public String query(Address list) {
        var text = list.toString();
        return text.equals(path) ? "" : text.substring(path.length() + 1);
    }

    /** What {@link #query} was made of, as it came. */
    public Address of(String query) {
        return Address.of(path, query).bounded();
    }
}
