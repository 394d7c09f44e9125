package dev.errata.ui.guide;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.bindings.IBindingManagerListener;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.part.ViewPart;

import dev.errata.ui.Failures;
import dev.errata.ui.keys.BoundKeys;

/** The guide: pages with links to each other and to the commands they speak of. */
public final class GuideView extends ViewPart {

    private static final String PAGE = "page:"; //$NON-NLS-1$
    private static final String COMMAND = "command:"; //$NON-NLS-1$

    private final IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
    private final IBindingManagerListener keysFollow = event -> {
        if (event.isActiveSchemeChanged()) {
            // the bindings themselves are changed a moment later
            this.form.getDisplay().asyncExec(this::displayAgain);
        }
    };
    private final Deque<GuidePage> back = new ArrayDeque<>();
    private final Deque<GuidePage> forward = new ArrayDeque<>();
    private FormToolkit toolkit;
    private ScrolledForm form;
    private FormText text;
    private FormText foot;
    private GuidePage page;
    private Action backAction;
    private Action forwardAction;

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        TableWrapLayout layout = new TableWrapLayout();
        layout.verticalSpacing = 12;
        form.getBody().setLayout(layout);
        text = formText();
        foot = formText();
        fillToolBar(getViewSite().getActionBars().getToolBarManager());
        display(GuidePage.START);
        bindings.addBindingManagerListener(keysFollow);
    }

    private FormText formText() {
        FormText formText = toolkit.createFormText(form.getBody(), true);
        formText.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        formText.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                follow(event.getHref().toString());
            }
        });
        return formText;
    }

    private void fillToolBar(IToolBarManager bar) {
        backAction = action(Messages.Action_back, ISharedImages.IMG_TOOL_BACK, () -> step(back, forward));
        forwardAction = action(Messages.Action_forward, ISharedImages.IMG_TOOL_FORWARD, () -> step(forward, back));
        bar.add(backAction);
        bar.add(forwardAction);
        bar.add(action(Messages.Page_start, ISharedImages.IMG_ETOOL_HOME_NAV, () -> show(GuidePage.START)));
    }

    private static Action action(String name, String image, Runnable run) {
        Action action = new Action(name) {
            @Override
            public void run() {
                run.run();
            }
        };
        ImageDescriptor icon = PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(image);
        action.setImageDescriptor(icon);
        return action;
    }

    private void follow(String link) {
        if (link.startsWith(PAGE)) {
            GuidePage.named(link.substring(PAGE.length())).ifPresent(this::show);
            return;
        }
        try {
            getSite().getService(IHandlerService.class).executeCommand(
                getSite().getService(ICommandService.class).deserialize(link.substring(COMMAND.length())), null);
        } catch (CommandException e) {
            Failures.show(NLS.bind(Messages.Link_notPossible, link.substring(COMMAND.length())), e);
        }
    }

    /** Goes to a page; back leads to the one before. */
    void show(GuidePage next) {
        if (next != page) {
            back.push(page);
            forward.clear();
            display(next);
        }
    }

    private void step(Deque<GuidePage> from, Deque<GuidePage> to) {
        if (!from.isEmpty()) {
            to.push(page);
            display(from.pop());
        }
    }

    private void display(GuidePage next) {
        page = next;
        form.setText(page.title());
        text.setText(read(page), true, false);
        foot.setText(links(page), true, false);
        backAction.setEnabled(!back.isEmpty());
        forwardAction.setEnabled(!forward.isEmpty());
        form.getBody().layout(true, true);
        form.reflow(true);
        form.setOrigin(0, 0);
    }

    /** With other keys, where the person reads. */
    private void displayAgain() {
        if (!form.isDisposed()) {
            Point origin = form.getOrigin();
            display(page);
            form.setOrigin(origin);
        }
    }

    private String read(GuidePage of) {
        try {
            return new KeyTexts(new BoundKeys(bindings)).fill(of.text());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All pages, this one not as a link. */
    private static String links(GuidePage current) {
        StringBuilder links = new StringBuilder("<form><p>"); //$NON-NLS-1$
        for (GuidePage page : GuidePage.values()) {
            links.append(page == GuidePage.START ? "" : " \u00b7 "); //$NON-NLS-1$ //$NON-NLS-2$
            links.append(page == current ? "<b>" + page.title() + "</b>" //$NON-NLS-1$ //$NON-NLS-2$
                : "<a href=\"" + PAGE + page.id() + "\">" + page.title() + "</a>"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
        }
        return links.append("</p></form>").toString(); //$NON-NLS-1$
    }

    @Override
    public void setFocus() {
        text.setFocus();
    }

    @Override
    public void dispose() {
        bindings.removeBindingManagerListener(keysFollow);
        toolkit.dispose();
        super.dispose();
    }
}
