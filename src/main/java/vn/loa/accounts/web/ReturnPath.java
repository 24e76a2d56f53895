package vn.loa.accounts.web;

import java.util.regex.Pattern;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.OfficeRoutes;

/** Where somebody goes on after signing in: pages of the back office, with the parameters that these read, and nothing else. */
final class ReturnPath {
    private static final Pattern PLAIN = Pattern.compile("(?:/[a-z0-9._-]{1,100}){1,6}");

    private ReturnPath() {}

    /** The address that was asked for, or the desk when it is not one of ours. */
    static Address of(String asked) {
        var question = asked.indexOf('?');
        var path = question < 0 ? asked : asked.substring(0, question);
        if (!PLAIN.matcher(path).matches() || Addresses.FOR_STRANGERS.contains(path)) {
            return Address.of(OfficePage.DESK.getPath());
        }
        return OfficeRoutes.isPage(path)
                ? Address.of(path, question < 0 ? "" : asked.substring(question + 1))
                        .keeping(OfficeRoutes.parametersOf(path))
                        .without(Addresses.NOTICE)
                        .bounded()
                : Address.of(OfficePage.DESK.getPath());
    }
}
