package dev.errata.ui.matrix;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.IHandlerService;

import dev.errata.engine.matching.Profile;
import dev.errata.ui.Texts;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;

/** What a person says of the classes of the selected cell: that the pair counts as right, that a class is ignored. */
final class ClassActions {

    private final MatrixView view;
    private final IAction allow;
    private final IAction ignore;
    private final IAction forget;

    ClassActions(MatrixView view, IHandlerService handlers) {
        this.view = view;
        allow = MatrixActions.toggle("allowPair", Messages.Action_Allow,
            checked -> view.matching().toggleAllowed(view.canvas().selected()));
        ignore = MatrixActions.toggle("ignoreClass", Messages.Action_Ignore,
            checked -> view.matching().toggleIgnored(label(view.canvas().selected())));
        forget = MatrixActions.command("forgetRules", Messages.Action_Forget, view.matching()::forgetRules);
        for (IAction action : new IAction[] {allow, ignore, forget}) {
            handlers.activateHandler(action.getActionDefinitionId(), new ActionHandler(action));
        }
    }

    void fill(IMenuManager menu) {
        update();
        menu.add(allow);
        menu.add(ignore);
        menu.add(forget);
    }

    /** The class of a cell that is ignored: that of the ground truth, in the row of the background that of the predictions. */
    private int label(ClassPair pair) {
        return pair.groundTruth() == view.model().background() ? pair.predicted() : pair.groundTruth();
    }

    /** Shows what holds for the selected cell. */
    void update() {
        MatrixModel model = view.model();
        ClassPair pair = model == null ? null : view.canvas().selected();
        boolean two = pair != null && !pair.isDiagonal() && pair.groundTruth() != model.background()
            && pair.predicted() != model.background();
        boolean one = pair != null && label(pair) != model.background();
        allow.setEnabled(two && !model.facts().profile().equals(Profile.COCO.id()));
        allow.setChecked(two && model.agrees(pair.groundTruth(), pair.predicted()));
        allow.setText(two ? NLS.bind(Messages.Action_AllowPair, Texts.inAction(model.name(pair.groundTruth())),
            Texts.inAction(model.name(pair.predicted()))) : Messages.Action_Allow);
        ignore.setEnabled(one);
        ignore.setChecked(one && model.facts().rules().ignores(label(pair)));
        ignore.setText(one ? NLS.bind(Messages.Action_IgnoreClass, Texts.inAction(model.name(label(pair))))
            : Messages.Action_Ignore);
        forget.setEnabled(model != null && view.matching().arePersonal(model.facts().rules()));
    }
}
