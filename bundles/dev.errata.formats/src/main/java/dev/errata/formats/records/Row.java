package dev.errata.formats.records;

/** A record as read. */
public final class Row {
    public int image;
    public int label;
    public double x;
    public double y;
    public double width;
    public double height;
    /** Square pixels; NaN where the record has none. */
    public double area = Double.NaN;
    public boolean crowd;
    /** 0 to 1; NaN where the record has none. */
    public double score = Double.NaN;
    /** As the file writes it. */
    public String id = Records.NO_ID;
    public long line;
    public long column = 1;

    /** @param box x, y, width, height */
    public void setBox(double[] box) {
        x = box[0];
        y = box[1];
        width = box[2];
        height = box[3];
    }

    /** The box between two corners. */
    public void setCorners(double left, double top, double right, double bottom) {
        x = left;
        y = top;
        width = right - left;
        height = bottom - top;
    }

    String box() {
        return x + ", " + y + ", " + width + ", " + height;
    }
}
