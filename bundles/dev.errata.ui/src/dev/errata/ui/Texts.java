package dev.errata.ui;

import java.text.NumberFormat;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.VisibleText;

/** Texts on their way out of a view: to the clipboard, into the name of a file, onto a label or an action. */
public final class Texts {

    private Texts() {
    }

    /** Puts a text on the clipboard. */
    public static void copy(Display display, String text) {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /** A whole number with its digits in groups, as the person's language has them. */
    public static String number(long number) {
        return NumberFormat.getIntegerInstance().format(number);
    }

    /** The same name without what some system does not allow in that of a file. */
    public static String fileName(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** Sentences with strangers' words in a label, a tool tip or a button: no place for a mnemonic or hidden characters. */
    public static String inLabel(String text) {
        return VisibleText.lines(text).replace("&", "&&"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** A name from a stranger's file in the text of an action: no place for an accelerator either. */
    public static String inAction(String name) {
        return VisibleText.oneLine(name).replace("&", "&&").replace('@', '\uff20'); //$NON-NLS-1$ //$NON-NLS-2$
    }
}
