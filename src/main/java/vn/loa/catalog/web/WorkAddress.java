package vn.loa.catalog.web;

import java.util.List;
import vn.loa.catalog.WorkFilter;
import vn.loa.catalog.WorkFilter.Order;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.ListAddress;

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

    private static final ListAddress LIST =
            new ListAddress(Addresses.WORK_LIST, List.of(WORDS, STATE, GENRE, TOPIC, LANGUAGE, YEAR, LOCALITY, WHOSE));

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
        return LIST.value(address, parameter);
    }

    /** The first page of the same list, with nothing else in its address than what makes it this list. */
    static Address list(Address address) {
        var list = LIST.narrowed(address);
        var order = order(first(address, Addresses.ORDER));
        return order == Order.CHANGED ? list : list.with(Addresses.ORDER, value(order));
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
        return LIST.isNarrowed(address);
    }

    /** The parameters of a list, as its address has them; empty for the whole list. */
    static String query(Address address) {
        return LIST.query(list(address));
    }

    /** What {@link #query} was made of. Only what lists know is taken from it. */
    static Address of(String query) {
        return list(LIST.of(query));
    }
}
