package vn.loa.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A plain form of the back office as somebody has it before them: on a page that may be older than what the portal has by now. */
public final class OpenForm {
    private final PlainForms forms;
    private final String path;
    private final Document page;
    private final String button;
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    private OpenForm(PlainForms forms, String path, String page, String button) {
        this.forms = forms;
        this.path = path;
        this.page = Jsoup.parse(page);
        this.button = button;
        for (var field : form().select("input[name],select[name],textarea[name]")) {
            var type = field.attr("type");
            var isBox = type.equals("checkbox") || type.equals("radio");
            if (!field.attr("name").equals("the") && (!isBox || field.hasAttr("checked"))) {
                fields.add(Map.entry(field.attr("name"), shown(field)));
            }
        }
    }

    /** @param button the value of the one that sends it */
    public static OpenForm of(PlainForms forms, String path, String button) {
        return new OpenForm(forms, path, forms.get(path).body(), button);
    }

    /** The same form on the page that an answer shows. */
    public OpenForm after(HttpResponse<String> answer) {
        return new OpenForm(forms, path, answer.body(), button);
    }

    /** Types something into a field, the first of this name. */
    public OpenForm with(String name, String value) {
        return withAt(name, 0, value);
    }

    /** The same with one of many fields of this name. @param place from 0 */
    public OpenForm withAt(String name, int place, String value) {
        var left = place;
        for (var i = 0; i < fields.size(); i++) {
            if (fields.get(i).getKey().equals(name) && left-- == 0) {
                fields.set(i, Map.entry(name, value));
                return this;
            }
        }
        throw new IllegalArgumentException("no field " + name + " in " + fields);
    }

    /** What the first field of this name holds. */
    public String value(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** The elements of the page that match. */
    public List<Element> shown(String selector) {
        return page.select(selector);
    }

    public HttpResponse<String> send() {
        var all = new ArrayList<>(fields);
        all.add(Map.entry("lam", button));
        return forms.sendFrom(page.outerHtml(), path, all);
    }

    private Element form() {
        return page.select("form:has(button[value=" + button + "])").stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form with " + button + " in " + page));
    }

    private static String shown(Element field) {
        if (!field.normalName().equals("select")) {
            return field.normalName().equals("textarea") ? field.wholeText() : field.val();
        }
        var chosen = field.select("option[selected]");
        var shown = chosen.isEmpty() ? field.select("option") : chosen;
        return shown.isEmpty() ? "" : shown.get(0).attr("value");
    }
}
