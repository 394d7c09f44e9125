package dev.errata.ui.mismatch.inputs;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes the input of a grid again that was open when the workbench was closed. */
public final class MismatchInputFactory implements IElementFactory {

    static final String ID = "dev.errata.ui.mismatch.inputFactory"; //$NON-NLS-1$

    @Override
    public IAdaptable createElement(IMemento memento) {
        return MismatchInput.restored(memento);
    }
}
