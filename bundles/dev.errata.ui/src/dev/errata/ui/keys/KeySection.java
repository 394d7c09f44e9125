package dev.errata.ui.keys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.bindings.Binding;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.services.IServiceLocator;

/**
 * Keys that belong together, as they are at the moment.
 *
 * @param title for people
 * @param rows never empty
 */
record KeySection(String title, List<KeyRow> rows) {

    /** More keys of one command are not worth the room: those of the number pad come last. */
    private static final int MOST_KEYS = 2;

    /** The sections of a page that have keys. */
    static List<KeySection> of(KeyPage page, IServiceLocator services) {
        BoundKeys keys = new BoundKeys(services.getService(IBindingService.class));
        CommandState commands = new CommandState(services);
        Map<String, List<Binding>> byCommand = keys.in(page.context()).stream().collect(Collectors.groupingBy(
            binding -> binding.getParameterizedCommand().getId(), LinkedHashMap::new, Collectors.toList()));
        List<KeySection> sections = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (KeyPage.Group group : page.groups()) {
            List<KeyRow> rows = rows(group.commands(), byCommand, commands);
            group.fixed().forEach(fixed -> rows.add(new KeyRow(fixed.keys(), fixed.effect(), true)));
            add(sections, group.title(), rows);
            named.addAll(group.commands());
        }
        Set<String> others = new LinkedHashSet<>(byCommand.keySet());
        others.removeAll(named);
        others.removeIf(command -> byCommand.get(command).stream()
            .noneMatch(binding -> binding.getContextId().equals(page.context())));
        add(sections, Messages.Keys_others, rows(others, byCommand, commands));
        return sections;
    }

    private static void add(List<KeySection> sections, String title, List<KeyRow> rows) {
        if (!rows.isEmpty()) {
            sections.add(new KeySection(title, rows));
        }
    }

    private static List<KeyRow> rows(Collection<String> ids, Map<String, List<Binding>> byCommand, CommandState commands) {
        List<KeyRow> rows = new ArrayList<>();
        for (String id : ids) {
            List<Binding> bindings = byCommand.getOrDefault(id, List.of());
            List<Binding> plain = bindings.stream().filter(binding -> !hasParameters(binding)).toList();
            List<Binding> chosen = bindings.stream().filter(KeySection::hasParameters).toList();
            if (!plain.isEmpty()) {
                rows.add(new KeyRow(first(plain), commands.name(id), commands.isPossible(id)));
            }
            if (!chosen.isEmpty()) {
                rows.add(new KeyRow(ends(chosen), NLS.bind(Messages.Keys_choices, commands.name(id)),
                    commands.isPossible(id)));
            }
        }
        return rows;
    }

    private static boolean hasParameters(Binding binding) {
        return !binding.getParameterizedCommand().getParameterMap().isEmpty();
    }

    private static String first(List<Binding> bindings) {
        return bindings.stream().limit(MOST_KEYS).map(KeySection::text).collect(Collectors.joining(", ")); //$NON-NLS-1$
    }

    /** The keys of a command with a value each, of which there may be many: the first and the last of each scheme. */
    private static String ends(List<Binding> bindings) {
        return bindings.stream().collect(Collectors.groupingBy(binding -> binding.getSchemeId() + binding.getType(),
            LinkedHashMap::new, Collectors.toList())).values().stream()
            .map(own -> own.size() == 1 ? text(own.getFirst())
                : text(own.getFirst()) + " \u2026 " + text(own.getLast())) //$NON-NLS-1$
            .collect(Collectors.joining(", ")); //$NON-NLS-1$
    }

    private static String text(Binding binding) {
        return binding.getTriggerSequence().format();
    }

    /** What a screen reader says. */
    String spoken() {
        return title + rows.stream().map(row -> '\n' + row.spoken()).collect(Collectors.joining());
    }
}
