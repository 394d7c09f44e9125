package dev.errata.ui.properties;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/** The page of the properties view for the parts of Errata; parts of others keep their own. */
public final class PropertyPageAdapter implements IAdapterFactory {

    private static final String OURS = "dev.errata.ui."; //$NON-NLS-1$

    @Override
    public <T> T getAdapter(Object part, Class<T> type) {
        return type == IPropertySheetPage.class && part instanceof IWorkbenchPart ours && ours.getSite().getId().startsWith(OURS)
            ? type.cast(LabelPropertyPage.of(ours.getSite().getPage())) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IPropertySheetPage.class};
    }
}
