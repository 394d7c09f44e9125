package dev.errata.architecture;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java file, looked at as text.
 *
 * @param file where it stands
 * @param code its text without comments and with empty string literals
 */
record JavaSource(Path file, String code) {

    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
        "(?s)(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')|/\\*.*?\\*/|//[^\\n]*");

    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z][a-z0-9]*\\.)+[a-z][a-z0-9]*\\b(?=\\.[A-Z*])");

    static JavaSource of(Path file) {
        return new JavaSource(file, code(Repository.read(file)));
    }

    private static String code(String text) {
        Matcher matcher = COMMENT_OR_LITERAL.matcher(text);
        StringBuilder code = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(code, matcher.group(1) == null ? " " : "\"\"");
        }
        return matcher.appendTail(code).toString();
    }

    /** The packages of the types that the code names in full, imports included. */
    Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        Matcher matcher = QUALIFIED.matcher(code.replaceFirst("(?m)^package [^;]*;", ""));
        while (matcher.find()) {
            packages.add(matcher.group());
        }
        return packages;
    }
}
