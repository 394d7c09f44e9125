package dev.errata.dataset;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts in the person's language, for bundles that don't need a workbench. */
public final class Texts {

    private Texts() {
    }

    /** Fills the public static fields of a class with the texts of the {@code messages.properties} beside it. */
    public static void fill(Class<?> messages) {
        String name = messages.getPackageName() + ".messages";
        ResourceBundle texts = ResourceBundle.getBundle(name, Locale.getDefault(), messages.getClassLoader());
        try {
            for (Field field : messages.getDeclaredFields()) {
                if (Modifier.isPublic(field.getModifiers()) && field.getType() == String.class) {
                    field.setAccessible(true);
                    field.set(null, texts.getString(field.getName()));
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The fields of " + messages + " cannot be filled", e);
        }
    }

    /** @param values put in place of {0}, {1} and so on, by the rules of {@link MessageFormat} */
    public static String format(String pattern, Object... values) {
        return new MessageFormat(pattern, Locale.getDefault()).format(values);
    }
}
