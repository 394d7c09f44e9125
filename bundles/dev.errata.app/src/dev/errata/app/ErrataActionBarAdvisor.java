package dev.errata.app;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

import dev.errata.ui.commands.Ids;

/** The menus and the tool bar of the product. Commands of datasets and labels come from the bundles that define them. */
final class ErrataActionBarAdvisor extends ActionBarAdvisor {

    private IWorkbenchWindow window;

    ErrataActionBarAdvisor(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow theWindow) {
        window = theWindow;
    }

    private IWorkbenchAction action(ActionFactory factory) {
        IWorkbenchAction action = factory.create(window);
        register(action);
        return action;
    }

    private IContributionItem command(String id) {
        CommandContributionItemParameter parameter =
            new CommandContributionItemParameter(window, null, id, CommandContributionItem.STYLE_PUSH);
        return new CommandContributionItem(parameter);
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(fileMenu());
        bar.add(editMenu());
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(windowMenu());
        bar.add(helpMenu());
    }

    private IMenuManager fileMenu() {
        MenuManager menu = new MenuManager(Messages.Menu_file, IWorkbenchActionConstants.M_FILE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
        menu.add(command(Ids.IMPORT_DATASET));
        menu.add(command(Ids.OPEN_DATASET));
        menu.add(command(Ids.EXPORT_DATASET));
        menu.add(command(Ids.TRY_SAMPLE));
        menu.add(new Separator());
        menu.add(action(ActionFactory.CLOSE));
        menu.add(action(ActionFactory.CLOSE_ALL));
        menu.add(new Separator(IWorkbenchActionConstants.SAVE_GROUP));
        menu.add(action(ActionFactory.SAVE));
        menu.add(new Separator());
        menu.add(action(ActionFactory.REFRESH));
        menu.add(action(ActionFactory.RENAME));
        menu.add(new Separator());
        menu.add(action(ActionFactory.IMPORT));
        menu.add(action(ActionFactory.EXPORT));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(action(ActionFactory.PROPERTIES));
        menu.add(new Separator());
        menu.add(action(ActionFactory.QUIT));
        menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_END));
        return menu;
    }

    private IMenuManager editMenu() {
        MenuManager menu = new MenuManager(Messages.Menu_edit, IWorkbenchActionConstants.M_EDIT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
        menu.add(action(ActionFactory.UNDO));
        menu.add(action(ActionFactory.REDO));
        menu.add(new GroupMarker(IWorkbenchActionConstants.UNDO_EXT));
        menu.add(new Separator());
        // commands, not actions: parts handle them as commands, text fields as well
        menu.add(command(IWorkbenchCommandConstants.EDIT_CUT));
        menu.add(command(IWorkbenchCommandConstants.EDIT_COPY));
        menu.add(command(IWorkbenchCommandConstants.EDIT_PASTE));
        menu.add(new GroupMarker(IWorkbenchActionConstants.CUT_EXT));
        menu.add(new Separator());
        menu.add(command(IWorkbenchCommandConstants.EDIT_DELETE));
        menu.add(command(IWorkbenchCommandConstants.EDIT_SELECT_ALL));
        menu.add(new Separator());
        menu.add(command(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE));
        // the text editor puts its actions behind these groups and cannot be opened without them
        menu.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.ADD_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_END));
        return menu;
    }

    private IMenuManager windowMenu() {
        MenuManager menu = new MenuManager(Messages.Menu_window, IWorkbenchActionConstants.M_WINDOW);
        menu.add(action(ActionFactory.OPEN_NEW_WINDOW));
        menu.add(new Separator());
        MenuManager views = new MenuManager(Messages.Menu_showView);
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        menu.add(views);
        menu.add(action(ActionFactory.RESET_PERSPECTIVE));
        menu.add(new Separator());
        menu.add(action(ActionFactory.BACKWARD_HISTORY));
        menu.add(action(ActionFactory.FORWARD_HISTORY));
        menu.add(action(ActionFactory.NEXT_EDITOR));
        menu.add(action(ActionFactory.PREVIOUS_EDITOR));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(themeMenu());
        menu.add(action(ActionFactory.PREFERENCES));
        menu.add(ContributionItemFactory.OPEN_WINDOWS.create(window));
        return menu;
    }

    private static IMenuManager themeMenu() {
        MenuManager menu = new MenuManager(Messages.Menu_theme);
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> ThemeAction.all().forEach(manager::add));
        return menu;
    }

    private IMenuManager helpMenu() {
        MenuManager menu = new MenuManager(Messages.Menu_help, IWorkbenchActionConstants.M_HELP);
        menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(command(Ids.TRY_SAMPLE));
        menu.add(new Separator(IWorkbenchActionConstants.HELP_END));
        menu.add(action(ActionFactory.ABOUT));
        return menu;
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bars) {
        bars.add(new GroupMarker(IWorkbenchActionConstants.GROUP_FILE));
        bars.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    }
}
