package dev.errata.dataset.files;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in a form that XML 1.0 can hold: names in label files may have characters that it can't, even as references. They are
 * written as {@code \}{@code uXXXX}, and so is a backslash that would look like the beginning of such a code.
 */
final class XmlText {

    private static final Pattern CODE = Pattern.compile("\\\\u([0-9a-f]{4})");
    /** All but the production Char of XML 1.0, section 2.2, and backslashes before what would be read as a code. */
    private static final Pattern UNFIT = Pattern.compile(
        "[^\\t\\n\\r\\x20-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]|\\\\(?=u[0-9a-f]{4})");

    private XmlText() {
    }

    static String encode(String text) {
        return UNFIT.matcher(text).replaceAll(
            found -> Matcher.quoteReplacement(String.format(Locale.ROOT, "\\u%04x", (int) found.group().charAt(0))));
    }

    static String decode(String text) {
        return CODE.matcher(text).replaceAll(
            code -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(code.group(1), 16))));
    }
}
