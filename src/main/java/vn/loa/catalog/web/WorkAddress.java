package vn.loa.catalog.web;

import java.util.List;
import vn.loa.catalog.WorkFilter;
import vn.loa.catalog.WorkFilter.Order;
import vn.loa.common.PlainText;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;

/** How the list of products at work stands in an address. */
final class WorkAddress {
    static final String WORDS = "q";
    static final String STATE = "trang-thai";
    static final String GENRE = "the-loai";
    static final String TOPIC = "chu-de";
    static final String LANGUAGE = "tieng";
    static final String YEAR = "nam";
    static final String LOCALITY = "dia-ban";
    static final String WHOSE = "cua";

    /** What values of {@link #LANGUAGE} begin with. */
    static final String COMPLETE = "co-";

    static final String MISSING = "thieu-";

    /** Marks all lines of the page at once. */
    static final String CHOSEN = "chon";

    static final String ALL = "het";

    /** Values of the parameter for the order; what is none of them is the order of the last change. */
    static final String BY_CHANGE = "moi-sua";

    static final String BY_TITLE = "ten";
    static final String BY_STATE = "trang-thai";

    private static final List<String> NARROWING = List.of(WORDS, STATE, GENRE, TOPIC, LANGUAGE, YEAR, LOCALITY, WHOSE);

    private WorkAddress() {}

    static WorkFilter filter(Address address) {
        return WorkFilter.read(parameter -> first(address, parameter));
    }

    private static Order order(String value) {
        return switch (value) {
            case BY_TITLE -> Order.TITLE;
            case BY_STATE -> Order.STATE;
            default -> Order.CHANGED;
        };
    }

    static String first(Address address, String parameter) {
        return PlainText.line(address.first(parameter).orElse(""));
    }

    /** The first page of the same list, with nothing else in its address than what makes it this list. */
    static Address list(Address address) {
        var list = narrowed(address);
        var order = order(first(address, Addresses.ORDER));
        return order == Order.CHANGED ? list : list.with(Addresses.ORDER, value(order));
    }

    private static Address narrowed(Address address) {
        var list = Address.of(Addresses.WORK_LIST);
        for (var name : NARROWING) {
            var value = first(address, name);
            if (!value.isEmpty()) {
                list = list.with(name, value);
            }
        }
        return list;
    }

    static String value(Order order) {
        return switch (order) {
            case CHANGED -> BY_CHANGE;
            case TITLE -> BY_TITLE;
            case STATE -> BY_STATE;
        };
    }

    /** Whether it asks for less than everything. */
    static boolean isNarrowed(Address address) {
        return !narrowed(address).toString().equals(Addresses.WORK_LIST);
    }

    /** The parameters of a list, as its address has them; empty for the whole list. */
    static String query(Address address) {
        var text = list(address).toString();
        return text.equals(Addresses.WORK_LIST) ? "" : text.substring(Addresses.WORK_LIST.length() + 1);
    }

    /** What {@link #query} was made of. Only what lists know is taken from it. */
    static Address of(String query) {
        return list(Address.of(Addresses.WORK_LIST, query).bounded());
    }
}
