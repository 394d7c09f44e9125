package dev.errata.dataset.objects;

import java.util.Optional;

import org.eclipse.emf.common.notify.impl.AdapterImpl;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.model.ImageRecord;

/** Leads from an image object back to the target that made it; every target puts one on each image object it makes. */
public final class TargetLink extends AdapterImpl {

    private final LabelTarget labelTarget;

    private TargetLink(LabelTarget labelTarget) {
        this.labelTarget = labelTarget;
    }

    /** Called by the target that makes an image object, before anybody else sees it. */
    public static void put(ImageRecord image, LabelTarget target) {
        image.eAdapters().add(new TargetLink(target));
    }

    /** Where changes of an image's labels go; empty for an image object that no target made. */
    public static Optional<LabelTarget> of(ImageRecord image) {
        return image == null ? Optional.empty() : image.eAdapters().stream()
            .filter(TargetLink.class::isInstance).map(link -> ((TargetLink) link).labelTarget).findFirst();
    }

    @Override
    public boolean isAdapterForType(Object type) {
        return type == TargetLink.class;
    }
}
