package vn.loa.home.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.loa.common.web.PlainReading;

/** Compresses the pages that the container shows for errors, whatever was asked: it does so when {@link PageCacheFilter} has ended already. */
public class ErrorPageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var captured = new CapturedResponse(response);
        chain.doFilter(new PlainReading(request), captured);
        if (captured.isWhole()) {
            PageAnswer.sendOnce(captured.body(), request, response);
        } else if (captured.error() != 0) {
            captured.handOnError();
        }
    }
}
