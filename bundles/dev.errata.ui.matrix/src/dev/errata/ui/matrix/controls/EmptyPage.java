package dev.errata.ui.matrix.controls;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import dev.errata.ui.Texts;

/** Says why there is no matrix and offers what changes that. */
public final class EmptyPage extends Composite {

    private final Consumer<String> runner;
    private final Label message;
    private final Composite links;

    /**
     * A link.
     *
     * @param text what it does
     * @param target the command it runs, or whatever the runner understands
     */
    public record Offer(String text, String target) {
    }

    /** @param runner gets the target of a link that was clicked */
    public EmptyPage(Composite parent, Consumer<String> runner) {
        super(parent, SWT.NONE);
        this.runner = runner;
        setLayout(new GridLayout(1, false));
        Composite middle = new Composite(this, SWT.NONE);
        middle.setLayout(new GridLayout(1, false));
        middle.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        message = new Label(middle, SWT.WRAP | SWT.CENTER);
        message.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        links = new Composite(middle, SWT.NONE);
        links.setLayout(new GridLayout(1, false));
        links.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
    }

    public void show(String text, List<Offer> offers) {
        message.setText(Texts.inLabel(text));
        for (Control old : links.getChildren()) {
            old.dispose();
        }
        for (Offer offer : offers) {
            Link link = new Link(links, SWT.NONE);
            link.setText("<a>" + offer.text() + "</a>");
            link.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
            link.addListener(SWT.Selection, event -> runner.accept(offer.target()));
        }
        layout(true, true);
    }

    @Override
    public boolean setFocus() {
        Control[] children = links.getChildren();
        return children.length > 0 ? children[0].setFocus() : super.setFocus();
    }
}
