package dev.errata.ui.properties;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/** The page of the properties view for the parts of Errata; parts of others keep their own. */
public final class PropertyPageAdapter implements IAdapterFactory {

    private static final String OURS = "dev.errata.ui."; //$NON-NLS-1$

    @Override
    public <T> T getAdapter(Object part, Class<T> type) {
        boolean ours = part instanceof IWorkbenchPart workbenchPart && workbenchPart.getSite().getId().startsWith(OURS);
        return ours && type == IPropertySheetPage.class ? type.cast(new LabelPropertyPage()) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IPropertySheetPage.class};
    }
}
