package dev.errata.ui.charts;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.Range;

import dev.errata.engine.metrics.TideError;
import dev.errata.engine.metrics.TideMetrics;
import dev.errata.ui.AccessibleNames;

/** TIDE's error types as bars: what average precision would gain if the errors of one type were fixed. */
final class ErrorChart {

    private static final String BARS = "dAP";
    private static final double HEADROOM = 1.15;

    private final Chart chart;
    private final ChartStyle style;
    private TideMetrics tide;

    ErrorChart(Composite parent, ChartStyle style) {
        this.style = style;
        chart = new Chart(parent, SWT.NONE);
        AccessibleNames.set(chart, Messages.Errors_name);
        IAxis types = chart.getAxisSet().getXAxis(0);
        types.setCategorySeries(names());
        types.enableCategory(true);
        types.getTitle().setText(Messages.Errors_types);
        chart.getAxisSet().getYAxis(0).getTitle().setText(Messages.Errors_gain);
        chart.getPlotArea().addCustomPaintListener(event -> writeGains(event.gc));
        chart.getPlotArea().addMouseMoveListener(event -> chart.getPlotArea().setToolTipText(words(event.x)));
        IBarSeries<?> bars = (IBarSeries<?>) chart.getSeriesSet().createSeries(SeriesType.BAR, BARS);
        bars.setBarPadding(40);
        bars.setVisibleInLegend(false);
        bars.setYSeries(new double[TideError.values().length]);
        chart.getLegend().setVisible(false);
        style.dress(chart);
    }

    private static String[] names() {
        TideError[] errors = TideError.values();
        String[] names = new String[errors.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = Messages.errors()[i];
        }
        return names;
    }

    void show(TideMetrics shown) {
        tide = shown;
        TideError[] errors = TideError.values();
        double[] gains = new double[errors.length];
        double largest = 0;
        for (int i = 0; i < errors.length; i++) {
            gains[i] = shown.gain(errors[i]);
            largest = Math.max(largest, gains[i]);
        }
        IBarSeries<?> bars = (IBarSeries<?>) chart.getSeriesSet().getSeries(BARS);
        bars.setYSeries(gains);
        bars.setBarColor(style.line(0));
        chart.getAxisSet().getXAxis(0).setRange(new Range(0, errors.length - 1));
        IAxis axis = chart.getAxisSet().getYAxis(0);
        axis.setRange(new Range(0, largest > 0 ? largest * HEADROOM : 1));
        axis.getTick().setFormat(new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        style.dress(chart);
        chart.redraw();
    }

    /** Above the bars: most are too low to hold a number. */
    private void writeGains(GC gc) {
        if (tide == null) {
            return;
        }
        gc.setFont(chart.getParent().getFont());
        gc.setForeground(chart.getParent().getForeground());
        for (TideError error : TideError.values()) {
            String gain = gain(error);
            Point size = gc.textExtent(gain);
            gc.drawText(gain, chart.getAxisSet().getXAxis(0).getPixelCoordinate(error.ordinal()) - size.x / 2,
                chart.getAxisSet().getYAxis(0).getPixelCoordinate(tide.gain(error)) - size.y, true);
        }
    }

    private String gain(TideError error) {
        return String.format(Locale.ROOT, "%.2f", tide.gain(error));
    }

    private String words(int x) {
        int place = (int) Math.round(chart.getAxisSet().getXAxis(0).getDataCoordinate(x));
        TideError[] errors = TideError.values();
        if (tide == null || place < 0 || place >= errors.length) {
            return null;
        }
        return NLS.bind(Messages.Errors_tip, new Object[] {Messages.explanations()[place],
            String.format(Locale.ROOT, "%,d", tide.count(errors[place])),
            gain(errors[place])});
    }

    Chart control() {
        return chart;
    }
}
