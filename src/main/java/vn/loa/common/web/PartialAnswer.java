package vn.loa.common.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the script of a page of the back office gets where another page would be shown otherwise: it waits for parts of its own page, and
 * does nothing with anything else.
 */
public final class PartialAnswer {
    /** Id of the place in the frame of all pages of the back office where it is said what went wrong. */
    private static final String PLACE = "bao";

    private PartialAnswer() {}

    /** Whether the script of a form has sent this request. */
    public static boolean isAwaited(HttpServletRequest request) {
        return request.getMethod().equals("POST") && "partial/ajax".equals(request.getHeader(FacesForm.PARTIAL));
    }

    /** Leads to another page. @param address path and query, encoded */
    public static void lead(String address, HttpServletResponse response) throws IOException {
        write("<redirect url=\"" + escaped(address) + "\"></redirect>", response);
    }

    /** Says something on the page, which stays as it is, with all that was written on it. */
    public static void say(String text, HttpServletResponse response) throws IOException {
        // Within CDATA it is HTML, in which the end of CDATA cannot stand once it is escaped.
        write(
                "<changes><update id=\"" + PLACE + "\"><![CDATA[<div id=\"" + PLACE
                        + "\"><p class=\"alert\" role=\"alert\">" + escaped(text)
                        + "</p></div>]]></update></changes>",
                response);
    }

    private static void write(String inside, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter()
                .write("<?xml version='1.0' encoding='UTF-8'?>\n<partial-response>" + inside + "</partial-response>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
