package dev.errata.ui.charts;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.Range;

import dev.errata.dataset.VisibleText;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.Texts;

/** Up to three curves over 0, 0.01 to 1, with values from 0 to 1. The pointer tells the values in words. */
final class CurveChart {

    private static final int STEPS = 101;
    private static final double[] ABSCISSAS = IntStream.range(0, STEPS).mapToDouble(step -> step / 100.0).toArray();
    private static final double MARGIN = 0.02;
    private static final int TICK_DISTANCE = 48;

    private final Chart chart;
    private final ChartStyle style;
    private final String abscissa;
    private List<Curve> curves = List.of();

    /**
     * A line.
     *
     * @param name in the legend
     * @param values at 0, 0.01 to 1
     */
    record Curve(String name, double[] values) {
    }

    /**
     * @param name what the chart shows
     * @param abscissa what runs from left to right
     * @param ordinate what runs upwards
     */
    CurveChart(Composite parent, ChartStyle style, String name, String abscissa, String ordinate) {
        this.style = style;
        this.abscissa = abscissa;
        chart = new Chart(parent, SWT.NONE);
        AccessibleNames.set(chart, name);
        axis(chart.getAxisSet().getXAxis(0), abscissa);
        axis(chart.getAxisSet().getYAxis(0), ordinate);
        chart.getPlotArea().addMouseMoveListener(event -> chart.getPlotArea().setToolTipText(words(event.x)));
        style.dress(chart);
    }

    private static void axis(IAxis axis, String title) {
        axis.getTitle().setText(title);
        axis.setRange(new Range(0, 1 + MARGIN));
        axis.getTick().setTickMarkStepHint(TICK_DISTANCE);
        axis.getTick().setFormat(new DecimalFormat("0.0#", DecimalFormatSymbols.getInstance(Locale.ROOT)));
    }

    /** Shows other curves; none where there is nothing to show. */
    void show(List<Curve> shown) {
        curves = shown.stream().filter(curve -> curve.values().length == STEPS).toList();
        chart.suspendUpdate(true);
        for (ISeries<?> old : chart.getSeriesSet().getSeries()) {
            chart.getSeriesSet().deleteSeries(old.getId());
        }
        for (int place = 0; place < curves.size(); place++) {
            ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE,
                VisibleText.oneLine(curves.get(place).name()));
            line.setXSeries(ABSCISSAS);
            line.setYSeries(curves.get(place).values());
            line.setSymbolType(PlotSymbolType.NONE);
            line.setLineWidth(2);
            line.setLineColor(style.line(place));
            line.setLineStyle(ChartStyle.dashes(place));
            line.setAntialias(SWT.ON);
        }
        style.dress(chart);
        chart.suspendUpdate(false);
        chart.redraw();
    }

    /** What the curves say above a pixel of the plot. */
    private String words(int x) {
        int step = (int) Math.round(chart.getAxisSet().getXAxis(0).getDataCoordinate(x) * (STEPS - 1));
        if (curves.isEmpty() || step < 0 || step >= STEPS) {
            return null;
        }
        StringBuilder words = new StringBuilder(NLS.bind(Messages.Chart_at, abscissa,
            String.format(Locale.ROOT, "%.2f", ABSCISSAS[step])));
        for (Curve curve : curves) {
            words.append('\n').append(VisibleText.oneLine(curve.name())).append(": ")
                .append(String.format(Locale.ROOT, "%.3f", curve.values()[step]));
        }
        return Texts.inLabel(words.toString());
    }

    /** The curves that are shown. */
    List<Curve> curves() {
        return curves;
    }

    Chart control() {
        return chart;
    }
}
