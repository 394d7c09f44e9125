package dev.errata.ui.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

import dev.errata.dataset.VisibleText;

/** Named texts, in the order in which they were added. */
class ReadOnlyProperties implements IPropertySource {

    private final List<IPropertyDescriptor> descriptors = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    ReadOnlyProperties add(String category, String name, Object value) {
        PropertyDescriptor descriptor = new PropertyDescriptor(category + '/' + name, VisibleText.oneLine(name));
        descriptor.setCategory(category);
        values.put(category + '/' + name, value == null ? "" : VisibleText.oneLine(value.toString())); //$NON-NLS-1$
        descriptors.add(descriptor);
        return this;
    }

    /** Adds a property that can be edited. */
    void add(String category, PropertyDescriptor descriptor, Object value) {
        descriptor.setCategory(category);
        descriptors.add(descriptor);
        values.put((String) descriptor.getId(), value);
    }

    @Override
    public Object getEditableValue() {
        return null;
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        return descriptors.toArray(new IPropertyDescriptor[0]);
    }

    @Override
    public Object getPropertyValue(Object id) {
        return values.get(id);
    }

    @Override
    public boolean isPropertySet(Object id) {
        return false;
    }

    @Override
    public void resetPropertyValue(Object id) {
        // nothing has a default
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        throw new UnsupportedOperationException("Read only: " + id); //$NON-NLS-1$
    }
}
