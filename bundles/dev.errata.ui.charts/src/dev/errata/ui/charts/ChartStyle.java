package dev.errata.ui.charts;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.ui.themes.IThemeManager;

/** Gives charts the colours and fonts of the window around them, in light and dark. */
final class ChartStyle {

    private static final String PREFIX = "dev.errata.ui.charts.";
    private static final String[] LINES = {"first", "second", "third"};
    private static final LineStyle[] DASHES = {LineStyle.SOLID, LineStyle.DASH, LineStyle.DOT};

    private final IThemeManager themes;

    ChartStyle(IThemeManager themes) {
        this.themes = themes;
    }

    /** The colour of a line, by its place. */
    Color line(int place) {
        ColorRegistry colours = themes.getCurrentTheme().getColorRegistry();
        return colours.get(PREFIX + LINES[place]);
    }

    /** The dashes of a line, by its place: lines are told apart without colours. */
    static LineStyle dashes(int place) {
        return DASHES[place];
    }

    /** Dresses a chart in what its parent wears; called before each showing, since the theme may have changed. */
    void dress(Chart chart) {
        Composite parent = chart.getParent();
        Color ground = parent.getBackground();
        Color text = parent.getForeground();
        Font font = parent.getFont();
        chart.setBackground(ground);
        chart.getPlotArea().setBackground(ground);
        chart.getTitle().setVisible(false);
        chart.getLegend().setPosition(SWT.BOTTOM);
        chart.getLegend().setBackground(ground);
        chart.getLegend().setForeground(text);
        chart.getLegend().setFont(font);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTitle().setForeground(text);
            axis.getTitle().setFont(font);
            axis.getTick().setForeground(text);
            axis.getTick().setFont(font);
            axis.getGrid().setForeground(between(ground, text));
            axis.getGrid().setStyle(LineStyle.SOLID);
        }
    }

    /** Near the ground: lines that guide and don't shout. */
    private static Color between(Color ground, Color text) {
        return new Color(mixed(ground.getRed(), text.getRed()), mixed(ground.getGreen(), text.getGreen()),
            mixed(ground.getBlue(), text.getBlue()));
    }

    private static int mixed(int ground, int text) {
        return (int) Math.round(ground + 0.14 * (text - ground));
    }
}
