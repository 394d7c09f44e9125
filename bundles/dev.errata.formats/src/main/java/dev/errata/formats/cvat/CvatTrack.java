package dev.errata.formats.cvat;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.records.Anchor;
import dev.errata.formats.records.RecordFormat.EditContext;
import dev.errata.formats.records.Records;
import dev.errata.formats.text.TextEdits;
import dev.errata.formats.xml.XmlElement;

/**
 * Tracks of CVAT for video 1.1: an object with a shape for each frame in which it is seen. Each shape is a label of its frame,
 * whose image is called as in CVAT for images. CVAT takes the shapes of key frames only and makes those between anew; so a shape
 * becomes a key frame when it is edited, and those right beside it, which are kept by that.
 */
final class CvatTrack {

    private static final String FRAME = "frame";
    private static final String OUTSIDE = "outside";
    private static final String KEY_FRAME = "keyframe";
    /** In the keys of images, between the task and the number of the frame. */
    private static final char NUMBER = '#';

    private CvatTrack() {
    }

    /** Reads the shapes of a track. */
    static void read(XmlElement track, String text, String prefix, List<CvatVideo> videos, Records into, int file) {
        String label = track.attribute("label");
        String task = track.attribute("task_id");
        CvatVideo video = CvatVideo.of(videos, task);
        int first = -1;
        int last = -1;
        for (XmlElement shape : track.children()) {
            if (!CvatFormat.SHAPES.contains(shape.name()) || shape.attribute(OUTSIDE).equals("1")) {
                continue;
            }
            last = into.record(file, shape.begin(), shape.end());
            first = first < 0 ? last : first;
            String frame = shape.attribute(FRAME);
            if (!frame.matches("[0-9]{1,9}")) {
                into.quarantine(last, "cvat.frame", 0, 0, shape.name() + " " + last, frame, "The shape of a track has no frame.");
                continue;
            }
            int number = Integer.parseInt(frame);
            String key = prefix + task + NUMBER + number;
            String name = into.hasImage(key) ? "" : String.format(Locale.ROOT, "frame_%06d", number);
            int image = into.image(name, key, video.width(), video.height());
            into.anchor(image, Anchor.apart(file, track.end()));
            CvatFormat.shape(shape, label, image, into, last);
        }
        int[] place = track.attributePlaces().get("label");
        if (first >= 0 && place != null) {
            into.sharedLabel(first, last + 1, place[0], place[1]);
        }
    }

    /** Whether a shape is one of a track. */
    static boolean isShape(XmlElement shape) {
        return shape.attributes().containsKey(FRAME) && !shape.attributes().containsKey("label");
    }

    /** Makes a shape that is being edited a key frame. */
    static void keep(XmlElement shape, TextEdits edits) {
        set(shape, KEY_FRAME, edits);
    }

    /** The text of a shape as a key frame. */
    static String kept(String record) {
        XmlElement shape = XmlElement.root(record);
        TextEdits edits = new TextEdits(record);
        keep(shape, edits);
        return edits.result();
    }

    /** The text of a shape from which on the object is not seen. */
    static String ended(String record) {
        XmlElement shape = XmlElement.root(record);
        TextEdits edits = new TextEdits(record);
        keep(shape, edits);
        set(shape, OUTSIDE, edits);
        return edits.result();
    }

    private static void set(XmlElement shape, String flag, TextEdits edits) {
        int[] place = shape.attributePlaces().get(flag);
        if (place == null) {
            int behindName = shape.begin() + 1 + shape.name().length();
            edits.replace(behindName, behindName, " " + flag + "=\"1\"");
        } else if (!shape.attribute(flag).equals("1")) {
            edits.replace(place[0], place[1], "1");
        }
    }

    /** Whether an image is a frame of a video. */
    static boolean isFrame(String imageKey) {
        return imageKey.indexOf(NUMBER) >= 0 && imageKey.substring(imageKey.lastIndexOf(NUMBER) + 1).matches("[0-9]{1,9}");
    }

    /** A track of one frame, which ends in the next one as CVAT writes it, if there is any. */
    static String single(Added edit, Map<String, String> attributes, EditContext context) {
        String key = context.image().originalId();
        int frame = Integer.parseInt(key.substring(key.lastIndexOf(NUMBER) + 1));
        String task = key.substring(key.lastIndexOf('/') + 1, key.lastIndexOf(NUMBER));
        CvatVideo video = CvatVideo.of(CvatVideo.all(context.fileHead()), task);
        String shape = CvatEdit.shape(null, edit.box(), edit.polygons() == null ? List.of() : edit.polygons(), attributes);
        StringBuilder track = new StringBuilder("<track id=\"").append(edit.id()).append("\" label=\"")
            .append(XmlElement.escape(context.truth().classes().get(edit.label()).name())).append("\" source=\"manual\"");
        if (!task.isEmpty()) {
            track.append(" task_id=\"").append(XmlElement.escape(task)).append('"');
        }
        track.append(">\n    ").append(at(shape, frame, 0));
        if (frame <= video.last() - video.step()) {
            track.append("\n    ").append(at(shape, frame + video.step(), 1));
        }
        return track.append("\n  </track>").toString();
    }

    private static String at(String shape, int frame, int outside) {
        int behindName = shape.indexOf(' ');
        return shape.substring(0, behindName) + " frame=\"" + frame + "\" keyframe=\"1\" outside=\"" + outside + "\""
            + shape.substring(behindName);
    }
}
