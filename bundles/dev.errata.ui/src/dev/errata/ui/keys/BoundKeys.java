package dev.errata.ui.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.Scheme;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.keys.IBindingService;

/**
 * Which keys do what as it is now, by the scheme that is used and what people changed in it; also in parts that have not the
 * focus, of which the binding service tells nothing.
 */
public final class BoundKeys {

    /** Bindings to nothing, which take keys away. */
    private final List<Binding> removals;
    /** The ids of the active scheme and of those that it builds on. */
    private final List<String> schemes;
    private final IBindingService service;
    private final Collection<Binding> counting;

    /** The keys at the moment. */
    public BoundKeys(IBindingService service) {
        this.service = service;
        List<Binding> all = Arrays.asList(service.getBindings());
        removals = all.stream().filter(binding -> binding.getParameterizedCommand() == null && isOfHere(binding)).toList();
        schemes = schemes(service);
        Map<Place, Binding> strongest = new LinkedHashMap<>();
        all.stream().filter(this::counts).forEach(binding -> strongest.merge(
            new Place(binding.getContextId(), binding.getTriggerSequence()), binding, this::stronger));
        counting = strongest.values();
    }

    /** Keys in a context. */
    private record Place(String context, TriggerSequence keys) {
    }

    private static List<String> schemes(IBindingService service) {
        List<String> ids = new ArrayList<>();
        Scheme scheme = service.getActiveScheme();
        try {
            for (String id = scheme.getId(); id != null; id = service.getScheme(id).getParentId()) {
                ids.add(id);
            }
        } catch (NotDefinedException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    private boolean counts(Binding binding) {
        return binding.getParameterizedCommand() != null && schemes.contains(binding.getSchemeId()) && isOfHere(binding)
            && removals.stream().noneMatch(removal -> removes(removal, binding));
    }

    private boolean isOfHere(Binding binding) {
        String locale = binding.getLocale();
        return (binding.getPlatform() == null || binding.getPlatform().equals(service.getPlatform()))
            && (locale == null || locale.equals(service.getLocale()) || service.getLocale().startsWith(locale + '_'));
    }

    /** A person takes away keys of the program, the program on one platform or in one language those that are usual. */
    private static boolean removes(Binding removal, Binding binding) {
        return binding.getType() == Binding.SYSTEM
            && (removal.getType() == Binding.USER || !Objects.equals(removal.getPlatform(), binding.getPlatform())
                || !Objects.equals(removal.getLocale(), binding.getLocale()))
            && removal.getContextId().equals(binding.getContextId())
            && removal.getTriggerSequence().equals(binding.getTriggerSequence());
    }

    /** The scheme itself before what it builds on, what a person chose before what came with the program. */
    private Binding stronger(Binding one, Binding other) {
        int nearer = Integer.compare(distance(one), distance(other));
        return nearer < 0 || nearer == 0 && one.getType() >= other.getType() ? one : other;
    }

    private int distance(Binding binding) {
        return schemes.indexOf(binding.getSchemeId());
    }

    /** The keys of a command without parameters, in whatever context it has any: the scheme's own first, then the simplest. */
    public Optional<TriggerSequence> of(String command) {
        return counting.stream().filter(binding -> binding.getParameterizedCommand().getId().equals(command)
            && binding.getParameterizedCommand().getParameterMap().isEmpty())
            .min(Comparator.comparingInt(this::distance).thenComparing(binding -> binding.getTriggerSequence().format().length()))
            .map(Binding::getTriggerSequence);
    }

    /**
     * What the keys do while a context is active: its own before those of the contexts around it.
     *
     * @param context the id of a defined context
     */
    public List<Binding> in(String context) {
        Map<TriggerSequence, Binding> effective = new LinkedHashMap<>();
        IContextService contexts = PlatformUI.getWorkbench().getService(IContextService.class);
        try {
            for (String id = context; id != null; id = contexts.getContext(id).getParentId()) {
                for (Binding binding : counting) {
                    if (binding.getContextId().equals(id)) {
                        effective.putIfAbsent(binding.getTriggerSequence(), binding);
                    }
                }
            }
        } catch (NotDefinedException e) {
            throw new IllegalStateException(e);
        }
        return effective.values().stream().sorted(Comparator.comparingInt(this::distance)).toList();
    }
}
