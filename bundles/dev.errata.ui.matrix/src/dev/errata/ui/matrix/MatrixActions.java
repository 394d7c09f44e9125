package dev.errata.ui.matrix;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.core.commands.IHandler;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

import dev.errata.engine.matching.Profile;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matrix.model.CellSize;
import dev.errata.ui.matrix.model.MatrixOptions;
import dev.errata.ui.matrix.model.Normalisation;

/** What the toolbar, the menu and the keys of the view do. Each action handles a command, so that its keys can be changed. */
final class MatrixActions {

    private static final String BUNDLE = "dev.errata.ui.matrix";

    private final MatrixView view;
    private final Map<Normalisation, IAction> normalisations = new EnumMap<>(Normalisation.class);
    private final Map<Profile, IAction> profiles = new EnumMap<>(Profile.class);
    private final Map<Profile, IAction> comparisons = new EnumMap<>(Profile.class);
    private final IAction byMasks;
    private final IAction usual;
    private final IAction logarithmic;
    private final IAction diagonal;
    private final IAction byMismatches;
    private final IAction onlyMismatched;
    private final IAction pairs;
    private final IAction backgroundPairs;
    private final IAction zoomIn;
    private final IAction zoomOut;
    private final IAction fit;
    private final IAction readable;
    private final IAction copy;
    private final IAction export;
    private final ClassActions classes;

    MatrixActions(MatrixView view, IHandlerService handlers) {
        this.view = view;
        for (Normalisation normalisation : Normalisation.values()) {
            IAction action = action(Messages.normalisations()[normalisation.ordinal()], IAction.AS_RADIO_BUTTON,
                () -> view.setOptions(view.options().withNormalisation(normalisation)));
            normalisations.put(normalisation, action);
        }
        for (Profile profile : Profile.values()) {
            profiles.put(profile, action(Messages.profiles()[profile.ordinal()], IAction.AS_RADIO_BUTTON,
                () -> view.matching().matchAs(profile)));
            comparisons.put(profile, action(Messages.profiles()[profile.ordinal()], IAction.AS_PUSH_BUTTON,
                () -> view.commands().compareWith(profile)));
        }
        byMasks = toggle("byMasks", Messages.Action_ByMasks, view.matching()::matchByMasks);
        usual = command("usualMatching", Messages.Action_Usual, view.matching()::forget);
        logarithmic = toggle("logarithmic", Messages.Action_Logarithmic,
            checked -> view.setOptions(view.options().withLogarithmic(checked)));
        diagonal = toggle("diagonal", Messages.Action_Diagonal,
            checked -> view.setOptions(view.options().withDiagonal(checked)));
        byMismatches = toggle("byMismatches", Messages.Action_ByMismatches,
            checked -> view.setOptions(view.options().withByMismatches(checked)));
        onlyMismatched = toggle("onlyMismatched", Messages.Action_OnlyMismatched,
            checked -> view.setOptions(view.options().withOnlyMismatched(checked)));
        pairs = toggle("pairs", Messages.Action_Pairs, view::showPairs);
        backgroundPairs = toggle("backgroundPairs", Messages.Action_BackgroundPairs, view::showBackgroundPairs);
        zoomIn = command("zoomIn", Messages.Action_ZoomIn, () -> view.canvas().zoom(1));
        zoomOut = command("zoomOut", Messages.Action_ZoomOut, () -> view.canvas().zoom(-1));
        fit = command("fit", Messages.Action_Fit, () -> view.canvas().setCellSize(CellSize.FIT));
        readable = command("readable", Messages.Action_Readable, () -> view.canvas().setCellSize(CellSize.READABLE));
        copy = command("copyMatrix", Messages.Action_Copy, view::copyMatrix);
        export = command("exportMatrix", Messages.Action_Export, view::export);
        for (IAction action : new IAction[] {byMasks, usual, logarithmic, diagonal, byMismatches, onlyMismatched, pairs,
            backgroundPairs, zoomIn, zoomOut, fit, readable, copy, export}) {
            IHandler handler = new ActionHandler(action);
            handlers.activateHandler(action.getActionDefinitionId(), handler);
        }
        classes = new ClassActions(view, handlers);
    }

    /** What a check box does. */
    interface Toggle {
        void set(boolean checked);
    }

    private static IAction action(String text, int style, Runnable effect) {
        return new Action(text, style) {
            @Override
            public void run() {
                if (getStyle() != AS_RADIO_BUTTON || isChecked()) {
                    effect.run();
                }
            }
        };
    }

    static IAction command(String name, String text, Runnable effect) {
        IAction action = action(text, IAction.AS_PUSH_BUTTON, effect);
        return dressed(action, name, text);
    }

    static IAction toggle(String name, String text, Toggle effect) {
        IAction action = new Action(text, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                effect.set(isChecked());
            }
        };
        return dressed(action, name, text);
    }

    private static IAction dressed(IAction action, String name, String text) {
        action.setActionDefinitionId(BUNDLE + '.' + name);
        action.setToolTipText(text.replace("&", ""));
        ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
            .ifPresent((ImageDescriptor image) -> action.setImageDescriptor(image));
        return action;
    }

    void fill(IActionBars bars) {
        IToolBarManager tools = bars.getToolBarManager();
        tools.add(logarithmic);
        tools.add(diagonal);
        tools.add(byMismatches);
        tools.add(new Separator());
        tools.add(zoomOut);
        tools.add(zoomIn);
        tools.add(readable);
        tools.add(fit);
        tools.add(new Separator());
        tools.add(pairs);
        IMenuManager menu = bars.getMenuManager();
        normalisations.values().forEach(menu::add);
        IMenuManager matchAs = new MenuManager(Messages.Action_MatchAs);
        profiles.values().forEach(matchAs::add);
        matchAs.add(new Separator());
        matchAs.add(byMasks);
        matchAs.add(new Separator());
        matchAs.add(usual);
        menu.add(matchAs);
        IMenuManager compareWith = new MenuManager(Messages.Action_CompareWith);
        comparisons.values().forEach(compareWith::add);
        menu.add(compareWith);
        menu.add(new Separator());
        classes.fill(menu);
        menu.add(new Separator());
        menu.add(logarithmic);
        menu.add(diagonal);
        menu.add(byMismatches);
        menu.add(onlyMismatched);
        menu.add(new Separator());
        menu.add(zoomIn);
        menu.add(zoomOut);
        menu.add(readable);
        menu.add(fit);
        menu.add(new Separator());
        menu.add(pairs);
        menu.add(backgroundPairs);
        menu.add(new Separator());
        menu.add(copy);
        menu.add(export);
    }

    /** A menu of what can be done with the selected cell and with the whole matrix, for others to add to. */
    void installContextMenu(Control control, IWorkbenchPartSite site) {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> {
            manager.add(new CommandContributionItem(new CommandContributionItemParameter(site, null,
                Ids.OPEN_MISMATCHES, CommandContributionItem.STYLE_PUSH)));
            manager.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
            manager.add(new GroupMarker("matrix"));
            fillContextMenu(manager);
        });
        control.setMenu(menu.createContextMenu(control));
        site.registerContextMenu(menu, site.getSelectionProvider());
    }

    private void fillContextMenu(IMenuManager menu) {
        classes.fill(menu);
        menu.add(new Separator());
        menu.add(copy);
        menu.add(export);
    }

    /** Shows the view's state. */
    void update() {
        MatrixOptions options = view.options();
        normalisations.forEach((normalisation, action) -> action.setChecked(normalisation == options.normalisation()));
        logarithmic.setChecked(options.logarithmic());
        diagonal.setChecked(options.diagonal());
        byMismatches.setChecked(options.byMismatches());
        onlyMismatched.setChecked(options.onlyMismatched());
        pairs.setChecked(view.settings().pairs());
        backgroundPairs.setChecked(view.settings().backgroundPairs());
        boolean shown = view.model() != null;
        byMasks.setChecked(shown && view.model().facts().byMasks());
        byMasks.setEnabled(shown);
        usual.setEnabled(shown && view.matching().arePersonal());
        classes.update();
        profiles.forEach((profile, action) -> {
            action.setChecked(shown && profile.id().equals(view.model().facts().profile()));
            action.setEnabled(shown);
            comparisons.get(profile).setEnabled(shown && !action.isChecked());
        });
        for (IAction action : new IAction[] {zoomIn, zoomOut, fit, readable, copy, export}) {
            action.setEnabled(shown);
        }
    }
}
