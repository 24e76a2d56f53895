package vn.loa.administration.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.PortalLooks;
import vn.loa.administration.PortalLooks.Size;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Png;

/** The pictures of the emblem: {@code /bieu-trung/{id}.png}, and in a square {@code -icon.png}, {@code -192.png} and {@code -512.png}. Their address names their bytes. */
@WebServlet(Addresses.EMBLEMS + "/*")
public class EmblemServlet extends HttpServlet {
    private static final Pattern NAME = Pattern.compile("/([0-9a-f]{16})(-icon|-192|-512)?\\.png");
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PortalLooks looks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var picture = find(looks, request.getPathInfo(), false);
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Png.sendForEver(picture.get(), response);
    }

    /** @param path below the servlet's @param withDrafts whether one counts that is only tried */
    static Optional<byte[]> find(PortalLooks looks, @Nullable String path, boolean withDrafts) {
        var name = NAME.matcher(Objects.requireNonNullElse(path, ""));
        return name.matches() ? looks.picture(name.group(1), size(name.group(2)), withDrafts) : Optional.empty();
    }

    private static Size size(@Nullable String square) {
        return switch (Objects.requireNonNullElse(square, "")) {
            case "-icon" -> Size.ICON;
            case "-192" -> Size.SMALL;
            case "-512" -> Size.LARGE;
            default -> Size.PAGE;
        };
    }
}
