package dev.errata.ui.matrix;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.themes.IThemeManager;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.Texts;
import dev.errata.ui.matrix.canvas.Legend;
import dev.errata.ui.matrix.model.CountFormat;
import dev.errata.ui.matrix.model.MatrixFacts;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;

/** Below the matrix: what was counted and how, and the legend of the colours. Both give way where there is little room. */
final class MatrixFoot extends Composite {

    /** From this height of the page on there is room for the legend, points. */
    private static final int ROOMY = 520;
    /** From this height of the page on there is room for a line of facts. */
    private static final int FACTS = 360;

    private final Label facts;
    private final Legend legend;
    private String shown = "";

    MatrixFoot(Composite page, IThemeManager themes) {
        super(page, SWT.NONE);
        setLayout(MatrixPage.row(14));
        setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        facts = new Label(this, SWT.WRAP);
        facts.setLayoutData(new RowData());
        legend = new Legend(this, themes);
        legend.setLayoutData(new RowData());
        addListener(SWT.Resize, event -> fit());
        page.addListener(SWT.Resize, event -> leaveRoom(page.getSize().y));
    }

    /** Breaks the facts and the legend into lines where the view is narrower than they are. */
    private void fit() {
        int room = getClientArea().width;
        for (Control part : List.of(facts, legend)) {
            RowData data = (RowData) part.getLayoutData();
            int width = room > 0 && part.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > room ? room : SWT.DEFAULT;
            if (data.width != width) {
                data.width = width;
                part.requestLayout();
            }
        }
    }

    /** Where the view is low, the matrix is worth more than what is said below it. */
    private void leaveRoom(int height) {
        RowData ofLegend = (RowData) legend.getLayoutData();
        GridData own = (GridData) getLayoutData();
        if (ofLegend.exclude == height >= ROOMY || own.exclude == height >= FACTS) {
            ofLegend.exclude = height < ROOMY;
            legend.setVisible(height >= ROOMY);
            own.exclude = height < FACTS;
            setVisible(height >= FACTS);
            legend.requestLayout();
        }
    }

    /**
     * @param model null where there is no matrix
     * @param hidden the classes that are left out
     */
    void show(MatrixModel model, OpenDataset dataset, MatrixOptions options, int hidden) {
        legend.show(model, options);
        if (model != null) {
            shown = text(model, dataset);
            showHidden(hidden);
            legend.requestLayout();
        }
    }

    /** @param hidden the classes that are left out */
    void showHidden(int hidden) {
        String text = hidden == 0 ? shown : NLS.bind(hidden == 1 ? Messages.Facts_HiddenOne : Messages.Facts_Hidden, shown,
            CountFormat.full(hidden));
        if (!text.equals(facts.getText())) {
            facts.setText(text);
            fit();
            facts.requestLayout();
        }
    }

    /** Shows other colours of the same matrix. */
    void show(MatrixModel model, MatrixOptions options) {
        legend.show(model, options);
        legend.requestLayout();
    }

    private static String text(MatrixModel model, OpenDataset dataset) {
        MatrixFacts known = model.facts();
        String text = NLS.bind(Messages.Facts, new Object[] {
            counted(model.annotations() + known.ignoredAnnotations(), Messages.Facts_OneAnnotation, Messages.Facts_Annotations),
            counted(model.predictions() + known.ignoredPredictions(), Messages.Facts_OnePrediction, Messages.Facts_Predictions),
            CountFormat.full((long) known.ignoredAnnotations() + known.ignoredPredictions()), known.profile(), known.run()});
        if (known.byMasks()) {
            text = NLS.bind(Messages.Facts_Masks, text);
        }
        if (!known.rules().allowed().isEmpty()) {
            text = NLS.bind(Messages.Facts_Accepted, text, CountFormat.full(model.accepted()));
        }
        if (!known.rules().ignored().isEmpty()) {
            text = NLS.bind(Messages.Facts_Ignored, text,
                String.join(", ", known.rules().ignored().stream().map(model::name).toList()));
        }
        if (dataset.evaluations().filter().isPresent()) {
            text = NLS.bind(Messages.Facts_Where, text, dataset.evaluations().filter().get().text());
        }
        return Texts.inLabel(text);
    }

    private static String counted(long count, String one, String several) {
        return count == 1 ? one : NLS.bind(several, CountFormat.full(count));
    }
}
