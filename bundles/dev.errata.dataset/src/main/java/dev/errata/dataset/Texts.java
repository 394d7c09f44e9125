package dev.errata.dataset;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of a package in the person's language, from its {@code messages.properties}. */
public final class Texts {

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts beside a class. */
    public static Texts of(Class<?> type) {
        return new Texts(ResourceBundle.getBundle(type.getPackageName() + ".messages", Locale.getDefault(), type.getClassLoader()));
    }

    /** @param values put in place of {0}, {1} and so on, by the rules of {@link MessageFormat} */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
    }
}
