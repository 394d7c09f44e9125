package dev.errata.ui.properties;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Annotation_crowd;
    public static String Annotation_id;
    public static String Annotation_label;
    public static String Attribute_new;
    public static String Attribute_newDescription;
    public static String Batch_createdAt;
    public static String Batch_createdBy;
    public static String Batch_name;
    public static String Batch_tasks;
    public static String Box_height;
    public static String Box_width;
    public static String Box_x;
    public static String Box_y;
    public static String Category_annotation;
    public static String Category_attributes;
    public static String Category_batch;
    public static String Category_cell;
    public static String Category_comments;
    public static String Category_image;
    public static String Category_prediction;
    public static String Category_task;
    public static String Cell_dataset;
    public static String Cell_groundTruth;
    public static String Cell_predicted;
    public static String Crowd_no;
    public static String Crowd_yes;
    public static String Image_annotations;
    public static String Image_file;
    public static String Image_id;
    public static String Image_predictions;
    public static String Image_size;
    public static String Image_sizeValue;
    public static String Number_invalid;
    public static String Number_notPositive;
    public static String Prediction_confidence;
    public static String Prediction_index;
    public static String Prediction_run;
    public static String Task_assignee;
    public static String Task_batch;
    public static String Task_changes;
    public static String Task_state;
    public static String Task_submittedBy;

    static {
        initializeMessages("dev.errata.ui.properties.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
