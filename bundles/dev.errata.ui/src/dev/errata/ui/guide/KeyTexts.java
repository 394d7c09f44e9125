package dev.errata.ui.guide;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.ui.keys.IBindingService;

/** Fills in the keys of commands as they are now: people change them. */
final class KeyTexts {

    private static final Pattern KEY = Pattern.compile("\\{key:([\\w.]+)\\}"); //$NON-NLS-1$

    private final IBindingService bindings;

    KeyTexts(IBindingService bindings) {
        this.bindings = bindings;
    }

    /** Replaces each <code>{key:COMMAND}</code>. */
    String fill(String text) {
        return KEY.matcher(text).replaceAll(key -> Matcher.quoteReplacement(key(key.group(1))));
    }

    private String key(String command) {
        String global = bindings.getBestActiveBindingFormattedFor(command);
        // of a grid or a canvas that has not the focus now
        return global != null ? global : Arrays.stream(bindings.getBindings())
            .filter(binding -> runs(binding, command) && !isRemoved(binding))
            .map(Binding::getTriggerSequence).min(KeyTexts::simplerFirst)
            .map(TriggerSequence::format).orElse(Messages.Key_none);
    }

    private boolean runs(Binding binding, String command) {
        return binding.getParameterizedCommand() != null && binding.getParameterizedCommand().getId().equals(command)
            && binding.getParameterizedCommand().getParameterMap().isEmpty()
            && binding.getSchemeId().equals(bindings.getActiveScheme().getId());
    }

    /** Somebody took the key away: a binding of the same keys to nothing. */
    private boolean isRemoved(Binding binding) {
        return binding.getType() == Binding.SYSTEM && Arrays.stream(bindings.getBindings())
            .anyMatch(other -> other.getType() == Binding.USER && other.getParameterizedCommand() == null
                && other.getContextId().equals(binding.getContextId())
                && other.getTriggerSequence().equals(binding.getTriggerSequence()));
    }

    private static int simplerFirst(TriggerSequence one, TriggerSequence other) {
        return Integer.compare(one.format().length(), other.format().length());
    }
}
