package dev.errata.ui.keys;

import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;

import dev.errata.ui.Failures;
import dev.errata.ui.commands.Ids;

/** The schemes of keys for annotators; the one that is used is checked, whoever chose it. */
public final class KeysMenu extends CompoundContributionItem {

    @Override
    protected IContributionItem[] getContributionItems() {
        return new IContributionItem[] {
            new ActionContributionItem(new Use(Messages.Use_own, IBindingService.DEFAULT_DEFAULT_ACTIVE_SCHEME_ID)),
            new ActionContributionItem(new Use(Messages.Use_cvat, Ids.CVAT_KEYS)),
            new ActionContributionItem(new Use(Messages.Use_labelImg, Ids.LABELIMG_KEYS))};
    }

    private static <T> T service(Class<T> type) {
        return PlatformUI.getWorkbench().getService(type);
    }

    /** Uses a scheme. */
    private static final class Use extends Action {

        private final String scheme;

        Use(String text, String scheme) {
            super(text, AS_RADIO_BUTTON);
            this.scheme = scheme;
            setChecked(service(IBindingService.class).getActiveScheme().getId().equals(scheme));
        }

        @Override
        public void run() {
            if (!isChecked()) {
                return;
            }
            try {
                service(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(
                    service(ICommandService.class).getCommand(Ids.USE_KEYS), Map.of(Ids.USE_KEYS_SCHEME, scheme)), null);
            } catch (CommandException e) {
                Failures.show(Messages.Use_notPossible, e);
            }
        }
    }
}
