package dev.errata.app;

import java.io.IOException;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * The standalone product: one window with the Errata perspective. Arguments: {@code -sample} opens the sample dataset, a path
 * of a {@code dataset.errata} or of its folder opens that dataset.
 */
public final class ErrataApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws IOException {
        Display display = PlatformUI.createDisplay();
        try {
            Location workspace = Platform.getInstanceLocation();
            if (!workspace.lock()) {
                MessageDialog.openError(null, Messages.ErrataApplication_inUse,
                    NLS.bind(Messages.ErrataApplication_inUseDetails, workspace.getURL().getPath()));
                return EXIT_OK;
            }
            try {
                String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
                int code = PlatformUI.createAndRunWorkbench(display, new ErrataWorkbenchAdvisor(StartArguments.of(arguments)));
                return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
            } finally {
                workspace.release();
            }
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
