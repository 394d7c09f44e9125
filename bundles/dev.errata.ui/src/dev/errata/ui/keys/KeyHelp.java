package dev.errata.ui.keys;

import java.util.stream.Collectors;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.services.IServiceLocator;

/** Tells assistive technology by which keys a control is used, as they are when it asks. */
public final class KeyHelp extends AccessibleAdapter {

    private final KeyPage page;
    private final IServiceLocator services;

    private KeyHelp(KeyPage page, IServiceLocator services) {
        this.page = page;
        this.services = services;
    }

    /** Explains the keys of a page where help about a control is asked for. */
    public static void install(Control control, KeyPage page, IServiceLocator services) {
        control.getAccessible().addAccessibleListener(new KeyHelp(page, services));
    }

    @Override
    public void getHelp(AccessibleEvent event) {
        event.result = KeySection.of(page, services).stream().map(KeySection::spoken)
            .collect(Collectors.joining("\n")); //$NON-NLS-1$
    }
}
