package vn.loa.common.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.loa.common.Texts;

/** Answers for a page that has nothing to show, and remembers why for the error page. */
@Named
@RequestScoped
public class Absence {
    private Texts title = Texts.none();
    private String reason = "";

    /** There never was such a page, as far as the public knows. Ends the request with 404. */
    public void unknown() {
        answer(HttpServletResponse.SC_NOT_FOUND);
    }

    /** It was published and has been taken down. Ends the request with 410. @param why what the public may know */
    public void withdrawn(Texts what, String why) {
        title = what;
        reason = why;
        answer(HttpServletResponse.SC_GONE);
    }

    private static void answer(int status) {
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(status, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /** Of what has been taken down; without any text when that is not known. */
    public Texts getTitle() {
        return title;
    }

    /** Why it has been taken down; may be empty. */
    public String getReason() {
        return reason;
    }
}
