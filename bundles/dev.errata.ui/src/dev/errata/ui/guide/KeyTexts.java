package dev.errata.ui.guide;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.bindings.TriggerSequence;

import dev.errata.ui.keys.BoundKeys;

/** Fills in the keys of commands as they are now: people change them. */
final class KeyTexts {

    private static final Pattern KEY = Pattern.compile("\\{key:([\\w.]+)\\}"); //$NON-NLS-1$

    private final BoundKeys keys;

    KeyTexts(BoundKeys keys) {
        this.keys = keys;
    }

    /** Replaces each <code>{key:COMMAND}</code>. */
    String fill(String text) {
        return KEY.matcher(text).replaceAll(key -> Matcher.quoteReplacement(
            keys.of(key.group(1)).map(TriggerSequence::format).orElse(Messages.Key_none)));
    }
}
