package dev.errata.ui.annotation.editor.image;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.edit.CopiedLabel;

/** Labels on the clipboard: for the images of all datasets in this program, and as a text for others. */
final class LabelClipboard extends ByteArrayTransfer {

    /** Of this run of the program: no other one has the labels. */
    private static final String NAME = "errata-labels-" + UUID.randomUUID(); //$NON-NLS-1$
    private static final int ID = registerType(NAME);
    private static final LabelClipboard TRANSFER = new LabelClipboard();

    private List<CopiedLabel> labels = List.of();

    private LabelClipboard() {
    }

    static void put(Display display, List<CopiedLabel> copied) {
        TRANSFER.labels = copied;
        String text = copied.stream().map(LabelClipboard::line).collect(Collectors.joining("\n")); //$NON-NLS-1$
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {NAME, text}, new Transfer[] {TRANSFER, TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /** Class, x, y, width and height, as spreadsheets take them. */
    private static String line(CopiedLabel label) {
        double[] box = label.box();
        return label.label() + '\t' + box[0] + '\t' + box[1] + '\t' + box[2] + '\t' + box[3];
    }

    /** The labels on the clipboard; none where something else is on it. */
    static List<CopiedLabel> get(Display display) {
        Clipboard clipboard = new Clipboard(display);
        try {
            return clipboard.getContents(TRANSFER) == null ? List.of() : TRANSFER.labels;
        } finally {
            clipboard.dispose();
        }
    }

    @Override
    protected int[] getTypeIds() {
        return new int[] {ID};
    }

    @Override
    protected String[] getTypeNames() {
        return new String[] {NAME};
    }

    @Override
    protected void javaToNative(Object object, TransferData data) {
        super.javaToNative(NAME.getBytes(StandardCharsets.UTF_8), data);
    }
}
