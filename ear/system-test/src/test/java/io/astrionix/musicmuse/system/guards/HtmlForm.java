package io.astrionix.musicmuse.system.guards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of a page, as a browser sees it.
 *
 * @param page where it is posted to, from the site's root, without a slash before it
 * @param fields the names of all its fields and buttons, with the values they have
 */
record HtmlForm(String page, Map<String, String> fields) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea|button)\\b([^>]*)>");

    static List<HtmlForm> on(String page, String html) {
        var forms = new ArrayList<HtmlForm>();
        for (Matcher form = FORM.matcher(html); form.find(); ) {
            var fields = new LinkedHashMap<String, String>();
            for (Matcher field = FIELD.matcher(form.group(2)); field.find(); ) {
                var name = attribute("name", field.group(1));
                if (!name.isEmpty()) {
                    fields.put(name, attribute("value", field.group(1)));
                }
            }
            forms.add(new HtmlForm(page, fields));
        }
        return forms;
    }

    private static String attribute(String name, String attributes) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }
}
