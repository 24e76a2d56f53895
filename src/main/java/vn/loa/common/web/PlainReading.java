package vn.loa.common.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as if somebody had only asked to see a page, whatever it was: for pages that say what went wrong with it. Faces would take one
 * for the form of such a page otherwise, or show nothing to a method that it does not know.
 */
public final class PlainReading extends HttpServletRequestWrapper {
    public PlainReading(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private static boolean isHidden(String field) {
        return field.equalsIgnoreCase(FacesForm.PARTIAL);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var shown = new HashMap<>(super.getParameterMap());
        shown.keySet().removeIf(FacesForm::isReserved);
        return Collections.unmodifiableMap(shown);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public @Nullable String getParameter(String name) {
        return FacesForm.isReserved(name) ? null : super.getParameter(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return FacesForm.isReserved(name) ? null : super.getParameterValues(name);
    }
}
