package dev.errata.ui.matrix.loading;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

import dev.errata.ui.Texts;

/** Shows how far an evaluation is and lets the person stop it. */
public final class LoadingPage extends Composite {

    private static final int INTERVAL = 100;
    private static final int STEPS = 1000;

    private final Label message;
    private final Label task;
    private final ProgressBar bar;
    private MatrixSource source;

    public LoadingPage(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(new GridLayout(1, false));
        Composite middle = new Composite(this, SWT.NONE);
        middle.setLayout(new GridLayout(1, false));
        middle.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        message = new Label(middle, SWT.WRAP | SWT.CENTER);
        message.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        bar = new ProgressBar(middle, SWT.SMOOTH);
        bar.setMaximum(STEPS);
        GridData data = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        data.widthHint = 280;
        bar.setLayoutData(data);
        task = new Label(middle, SWT.CENTER);
        task.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Button stop = new Button(middle, SWT.PUSH);
        stop.setText(Messages.Loading_Stop);
        stop.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        stop.addListener(SWT.Selection, event -> {
            if (source != null) {
                source.progress().stop();
            }
        });
    }

    public void show(String text, MatrixSource newSource) {
        message.setText(Texts.inLabel(text));
        boolean running = source != null;
        source = newSource;
        if (!running) {
            follow();
        }
        layout(true, true);
    }

    public void hide() {
        source = null;
    }

    private void follow() {
        if (isDisposed() || source == null) {
            return;
        }
        LoadingProgress progress = source.progress();
        double part = progress.part();
        task.setText(Texts.inLabel(progress.task()));
        bar.setSelection(part < 0 ? 0 : (int) (part * STEPS));
        getDisplay().timerExec(INTERVAL, this::follow);
    }
}
