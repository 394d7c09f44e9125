package dev.errata.ui.charts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;

import dev.errata.dataset.OpenDataset;
import dev.errata.engine.matching.Thresholds;
import dev.errata.ui.Failures;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.Texts;
import dev.errata.ui.charts.model.ClassRow;
import dev.errata.ui.charts.model.MetricsModel;
import dev.errata.ui.charts.model.MetricsTable;

/** What a person can do with the numbers: copy and export them, compute them again, take a threshold for the matrix. */
final class ClassActions {

    private final MetricsView view;
    private final IAction threshold;
    private final IAction copy;
    private final IAction export;
    private final IAction refresh;

    ClassActions(MetricsView view, IHandlerService handlers) {
        this.view = view;
        threshold = action(Messages.Threshold, null, this::useThreshold);
        copy = action(Messages.Copy, null, this::copy);
        export = action(Messages.Export, "exportDataset", this::export);
        refresh = action(Messages.Refresh, null, view::computeAgain);
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_COPY, new ActionHandler(copy));
        handlers.activateHandler(IWorkbenchCommandConstants.FILE_REFRESH, new ActionHandler(refresh));
        copy.setActionDefinitionId(IWorkbenchCommandConstants.EDIT_COPY);
        refresh.setActionDefinitionId(IWorkbenchCommandConstants.FILE_REFRESH);
    }

    private static IAction action(String text, String icon, Runnable effect) {
        Action action = new Action(text) {
            @Override
            public void run() {
                effect.run();
            }
        };
        action.setToolTipText(text.replace("&", ""));
        if (icon != null) {
            ResourceLocator.imageDescriptorFromBundle("dev.errata.ui", "icons/" + icon + ".svg")
                .ifPresent(action::setImageDescriptor);
        }
        return action;
    }

    void fill(IActionBars bars) {
        bars.getToolBarManager().add(export);
        fill(bars.getMenuManager());
    }

    void fill(IMenuManager menu) {
        update();
        menu.add(threshold);
        menu.add(refresh);
        menu.add(copy);
        menu.add(export);
    }

    /** Shows what can be done with the selected class. */
    void update() {
        MetricsModel model = view.model();
        ClassRow row = model == null ? null : view.page().table().selected();
        boolean known = row != null && row.isLabelled() && row.best().truePositives() > 0;
        threshold.setEnabled(known);
        threshold.setText(known ? NLS.bind(Messages.Threshold_to, Texts.inAction(row.name()),
            MetricsTable.number(row.best().confidence())) : Messages.Threshold);
        copy.setEnabled(model != null);
        export.setEnabled(model != null);
        refresh.setEnabled(model != null);
    }

    /** The matrix leaves out what is less confident than where F1 of the class is best. */
    private void useThreshold() {
        OpenDataset dataset = view.dataset();
        double confidence = view.page().table().selected().best().confidence();
        Job job = Job.create(NLS.bind(Messages.Job_threshold, MetricsTable.number(confidence)), monitor -> {
            double iou = dataset.evaluations().thresholds().iou();
            dataset.evaluations().setThresholds(new Thresholds(iou, confidence), new MonitorProgress(monitor));
        });
        job.schedule();
    }

    private void copy() {
        Texts.copy(view.getSite().getShell().getDisplay(),
            MetricsTable.tsv(view.page().table().rows(), Messages.headings()));
    }

    private void export() {
        MetricsModel model = view.model();
        FileDialog dialog = new FileDialog(view.getSite().getShell(), SWT.SAVE | SWT.SHEET);
        dialog.setText(Messages.Export_title);
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setFilterNames(new String[] {Messages.Export_csv});
        dialog.setFileName(Texts.fileName(NLS.bind(Messages.Export_fileName, model.dataset(), model.run())));
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            write(Path.of(file), MetricsTable.csv(model, NLS.bind(Messages.Export_corner, model.dataset(), model.run()),
                Messages.headings()));
        }
    }

    private static void write(Path file, String text) {
        Job job = Job.create(NLS.bind(Messages.Export_job, file), monitor -> {
            try {
                Files.writeString(file, text, StandardCharsets.UTF_8);
            } catch (IOException failure) {
                Failures.show(NLS.bind(Messages.Export_failed, file), failure);
            }
            return Status.OK_STATUS;
        });
        job.setUser(true);
        job.schedule();
    }
}
