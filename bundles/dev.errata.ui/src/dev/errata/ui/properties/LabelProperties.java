package dev.errata.ui.properties;

import java.util.List;
import java.util.Objects;

import org.eclipse.emf.common.command.Command;
import org.eclipse.jface.viewers.ICellEditorValidator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.ui.views.properties.ComboBoxPropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Attribute;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Prediction;
import dev.errata.ui.edit.DatasetCommands;

/** An annotation with class, box, crowd flag and attributes to edit, and the prediction beside it to read. */
final class LabelProperties extends ReadOnlyProperties {

    private static final String LABEL = "label"; //$NON-NLS-1$
    private static final String CROWD = "crowd"; //$NON-NLS-1$
    private static final String ATTRIBUTE = "attribute."; //$NON-NLS-1$
    private static final String NEW_ATTRIBUTE = "newAttribute"; //$NON-NLS-1$
    private static final List<String> BOX = List.of("box.x", "box.y", "box.width", "box.height");

    private final LabelTarget target;
    private final Annotation annotation;

    /**
     * @param annotation null where there is none
     * @param prediction null where there is none
     */
    LabelProperties(LabelTarget target, Annotation annotation, Prediction prediction) {
        this.target = target;
        this.annotation = annotation;
        if (annotation != null) {
            addAnnotation();
        }
        if (prediction != null) {
            addPrediction(prediction);
        }
        int image = annotation != null ? annotation.getImage().getIndex()
            : prediction != null ? prediction.getImage().getIndex() : -1;
        if (image >= 0) {
            add(Messages.Category_image, Messages.Image_file, target.dataset().fileName(image));
        }
    }

    private void addAnnotation() {
        List<LabelClass> classes = target.dataset().document().getClasses();
        add(Messages.Category_annotation, Messages.Annotation_id, annotation.getId());
        add(Messages.Category_annotation, new ComboBoxPropertyDescriptor(LABEL, Messages.Annotation_label,
            classes.stream().map(LabelClass::getName).map(VisibleText::oneLine).toArray(String[]::new)),
            classes.indexOf(annotation.getLabel()));
        List<String> names = List.of(Messages.Box_x, Messages.Box_y, Messages.Box_width, Messages.Box_height);
        for (int i = 0; i < BOX.size(); i++) {
            TextPropertyDescriptor descriptor = new TextPropertyDescriptor(BOX.get(i), names.get(i));
            descriptor.setValidator(i < 2 ? PixelText::invalidPosition : PixelText::invalidLength);
            add(Messages.Category_annotation, descriptor, PixelText.of(box()[i]));
        }
        add(Messages.Category_annotation, new ComboBoxPropertyDescriptor(CROWD, Messages.Annotation_crowd,
            new String[] {Messages.Crowd_no, Messages.Crowd_yes}), annotation.isCrowd() ? 1 : 0);
        for (Attribute attribute : annotation.getAttributes()) {
            TextPropertyDescriptor descriptor = new TextPropertyDescriptor(ATTRIBUTE + attribute.getKey(),
                VisibleText.oneLine(attribute.getKey()));
            // what is edited is the value as it is
            descriptor.setLabelProvider(LabelProvider.createTextProvider(value -> VisibleText.oneLine((String) value)));
            add(Messages.Category_attributes, descriptor, Objects.requireNonNullElse(attribute.getValue(), "")); //$NON-NLS-1$
        }
        TextPropertyDescriptor added = new TextPropertyDescriptor(NEW_ATTRIBUTE, Messages.Attribute_new);
        added.setDescription(Messages.Attribute_newDescription);
        ICellEditorValidator namedValue = text -> text.toString().isEmpty() || text.toString().indexOf('=') > 0 ? null
            : Messages.Attribute_newDescription;
        added.setValidator(namedValue);
        add(Messages.Category_attributes, added, ""); //$NON-NLS-1$
    }

    private void addPrediction(Prediction prediction) {
        String category = Messages.Category_prediction;
        add(category, Messages.Prediction_run, prediction.getRun().getName());
        add(category, Messages.Annotation_label, prediction.getLabel().getName());
        add(category, Messages.Prediction_confidence, PixelText.confidence(prediction.getConfidence()));
        add(category, Messages.Box_x, PixelText.of(prediction.getX()));
        add(category, Messages.Box_y, PixelText.of(prediction.getY()));
        add(category, Messages.Box_width, PixelText.of(prediction.getWidth()));
        add(category, Messages.Box_height, PixelText.of(prediction.getHeight()));
        add(category, Messages.Prediction_index, prediction.getIndex());
    }

    private double[] box() {
        return new double[] {annotation.getX(), annotation.getY(), annotation.getWidth(), annotation.getHeight()};
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        if (id instanceof String property && !Objects.equals(getPropertyValue(id), value)) {
            if (property.equals(LABEL)) {
                JoinedRelabel.add(target, annotation, target.dataset().labelClass((Integer) value));
            } else {
                Command command = command(property, value);
                if (command != null) {
                    DatasetCommands.run(target.dataset(), command);
                }
            }
        }
    }

    private Command command(String property, Object value) {
        if (property.equals(CROWD)) {
            return LabelCommands.setCrowd(target, annotation, value.equals(1));
        }
        if (property.startsWith(ATTRIBUTE)) {
            String text = value.toString();
            return LabelCommands.setAttribute(target, annotation, property.substring(ATTRIBUTE.length()),
                text.isEmpty() ? null : text);
        }
        if (property.equals(NEW_ATTRIBUTE)) {
            int equals = value.toString().indexOf('=');
            return equals <= 0 ? null : LabelCommands.setAttribute(target, annotation,
                value.toString().substring(0, equals).strip(), value.toString().substring(equals + 1).strip());
        }
        double[] box = box();
        box[BOX.indexOf(property)] = PixelText.parse(value.toString());
        return LabelCommands.setBox(target, annotation, box);
    }
}
