package dev.errata.ui.annotation.editor.image;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Edit_moveSeveral;
    public static String Edit_predictedBy;
    public static String Editor_deletedByOthers;
    public static String Editor_failed;
    public static String Editor_loading;
    public static String Editor_noPicture;
    public static String Editor_taskGone;
    public static String Header_check;
    public static String Header_checkMissed;
    public static String Header_checkPair;
    public static String Header_checkSpurious;
    public static String Header_reviewed;
    public static String Header_stateAccepted;
    public static String Header_stateOpen;
    public static String Header_stateReturned;
    public static String Header_stateSubmitted;
    public static String Proposal_added;
    public static String Proposal_attributes;
    public static String Proposal_changes;
    public static String Proposal_deleted;
    public static String Proposal_none;
    public static String Proposal_relabelled;
    public static String Proposal_reshaped;
    public static String Proposal_several;

    static {
        initializeMessages("dev.errata.ui.annotation.editor.image.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
