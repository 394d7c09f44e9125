package dev.errata.app;

import java.util.List;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Chooses light or dark, or leaves the choice to the system. */
final class ThemeAction extends Action {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default"; //$NON-NLS-1$
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark"; //$NON-NLS-1$
    private static final String ENGINE = "org.eclipse.e4.ui.css.swt.theme"; //$NON-NLS-1$
    private static final String CHOICE = "themeid"; //$NON-NLS-1$

    private final String theme;

    private ThemeAction(String text, String theme) {
        super(text, AS_RADIO_BUTTON);
        this.theme = theme;
        setChecked(theme.equals(preferences().get(CHOICE, ""))); //$NON-NLS-1$
    }

    static List<ThemeAction> all() {
        return List.of(new ThemeAction(Messages.Theme_system, ""), new ThemeAction(Messages.Theme_light, LIGHT), //$NON-NLS-1$
            new ThemeAction(Messages.Theme_dark, DARK));
    }

    @Override
    public void run() {
        if (!isChecked()) {
            return;
        }
        String wanted = theme.isEmpty() ? systemTheme() : theme;
        ThemeSwitch.prepare(Display.getCurrent(), DARK.equals(wanted), () -> {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(wanted, !theme.isEmpty());
            if (theme.isEmpty()) {
                preferences().remove(CHOICE);
            }
        });
    }

    private static String systemTheme() {
        return Display.isSystemDarkTheme() ? DARK : LIGHT;
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(ENGINE);
    }
}
