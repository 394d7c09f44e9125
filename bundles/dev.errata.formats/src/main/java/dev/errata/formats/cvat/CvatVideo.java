package dev.errata.formats.cvat;

import java.util.ArrayList;
import java.util.List;

import dev.errata.formats.text.Numbers;
import dev.errata.formats.xml.XmlElement;

/**
 * What the head of a file says of the video of a task.
 *
 * @param task the id of the task
 * @param width of its frames, pixels; 0 where it is not known
 * @param step how many frames of the video one frame of the task is
 * @param last the number of the last frame; the largest number where it is not known
 */
record CvatVideo(String task, int width, int height, int step, int last) {

    private static final CvatVideo UNKNOWN = new CvatVideo("", 0, 0, 1, Integer.MAX_VALUE);

    /**
     * The video of a task.
     *
     * @param task its id; nothing where the file has one task only
     */
    static CvatVideo of(List<CvatVideo> videos, String task) {
        return videos.stream().filter(video -> video.task.equals(task)).findFirst()
            .orElse(videos.size() == 1 ? videos.getFirst() : UNKNOWN);
    }

    /** @param meta the text of the {@code <meta>}; nothing where there is none */
    static List<CvatVideo> all(String meta) {
        List<CvatVideo> videos = new ArrayList<>();
        if (!meta.isEmpty()) {
            add(XmlElement.root(meta), meta, videos);
        }
        return videos;
    }

    private static void add(XmlElement element, String meta, List<CvatVideo> videos) {
        XmlElement size = element.child("original_size");
        if (size != null || element.child("stop_frame") != null) {
            String step = element.content(meta, "frame_filter").replaceFirst(".*step\\s*=\\s*", "");
            videos.add(new CvatVideo(element.content(meta, "id"), size == null ? 0 : number(size.content(meta, "width"), 0),
                size == null ? 0 : number(size.content(meta, "height"), 0), Math.max(1, number(step, 1)),
                number(element.content(meta, "stop_frame"), Integer.MAX_VALUE)));
        }
        for (XmlElement child : element.children()) {
            add(child, meta, videos);
        }
    }

    private static int number(String text, int otherwise) {
        double number = Numbers.parse(text);
        return number >= 0 && number < Integer.MAX_VALUE ? (int) number : otherwise;
    }
}
