package dev.errata.formats.voc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.RawText;
import dev.errata.formats.records.Export;
import dev.errata.formats.records.FileNames;
import dev.errata.formats.records.RecordFormat;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Source;
import dev.errata.formats.records.TextLayout;
import dev.errata.formats.xml.SafeXml;
import dev.errata.formats.xml.XmlElement;

/**
 * Pascal VOC: an XML file an image (Everingham et al., "The PASCAL Visual Object Classes Challenge", development kit). The
 * corners are taken as they are, width = xmax - xmin, whether a file counts pixels from 0 or from 1.
 */
public final class VocFormat extends RecordFormat {


    /** Programs add to it, for example that somebody verified the labels. */
    private static final Pattern ROOT = Pattern.compile("<annotation[\\s>]");

    public VocFormat() {
        super("voc", TextLayout.XML);
    }

    @Override
    public boolean manyFiles() {
        return true;
    }

    @Override
    public boolean takesSizesFromPictures() {
        return true;
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.of(Holds.BOXES, Holds.ATTRIBUTES, Holds.IMAGE_SIZES, Holds.NEGATIVES);
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return recognises(head);
    }

    private static boolean recognises(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return ROOT.matcher(text).find() && (text.contains("<filename>") || text.contains("<object>")
            || text.contains("<size>"));
    }

    @Override
    public boolean recognisesPredictions(Path file, byte[] head) {
        return VocResults.looksLike(file.getFileName().toString(), new String(head, StandardCharsets.UTF_8));
    }

    @Override
    public boolean recognisesPredictions(LabelTree tree) throws IOException {
        for (String file : tree.names("txt")) {
            if (VocResults.isResults(file)) {
                return VocResults.looksLike(file, new String(tree.head(file), StandardCharsets.UTF_8));
            }
        }
        return false;
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        return tree.anyLooks("xml", VocFormat::recognises);
    }

    @Override
    protected void read(Source source, Records into) throws IOException {
        if (into.predictions()) {
            new VocResults(source, into).read();
            return;
        }
        List<String> files = source.tree().isSingle() ? source.tree().names() : source.tree().names("xml");
        each(source, into, files, 1, file -> {
            String text = source.text(file);
            SafeXml.check(text.getBytes(StandardCharsets.ISO_8859_1), source.tree().place(file));
            XmlElement root = XmlElement.root(text);
            if (!root.name().equals("annotation")) {
                throw new IssueLog(source.tree().place(file)).refuse("voc.root", 1, 1, file, root.name(), "The root element is <"
                    + root.name() + ">; <annotation> was expected.");
            }
            return () -> new VocFileReader(source, into, file, text).read(root);
        });
    }

    @Override
    protected Detail detail(String text, ImageEntry image) {
        return new Detail(List.of(), VocObject.attributes(new RawText(StandardCharsets.UTF_8).encode(text)), "");
    }

    @Override
    protected String changed(String record, Changed edit, EditContext context) {
        return VocObject.changed(record, edit, context);
    }

    @Override
    protected String added(Added edit, String neighbour, EditContext context) {
        return VocObject.added(edit, neighbour, context);
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        progress.begin("Writing Pascal VOC labels", truth.images().size());
        FileNames names = new FileNames(truth);
        for (int image = 0; image < truth.images().size(); image++) {
            ImageEntry entry = truth.images().get(image);
            EditContext context = EditContext.plain(truth, entry);
            StringBuilder text = new StringBuilder("<annotation>\n    <filename>").append(XmlElement.escape(entry.fileName()))
                .append("</filename>\n    <size>\n        <width>").append(entry.width()).append("</width>\n        <height>")
                .append(entry.height()).append("</height>\n        <depth>3</depth>\n    </size>\n");
            for (Export.Item item : Export.items(truth, image)) {
                text.append("    ").append(VocObject.text(truth.classes().get(item.label()).name(), item.box(),
                    item.detail().attributes(),
                    context, "\n        ", "    ")).append('\n');
            }
            try (OutputStream out = to.file(names.stem(image) + ".xml")) {
                out.write(text.append("</annotation>\n").toString().getBytes(StandardCharsets.UTF_8));
            }
            Export.imageWritten(progress);
        }
    }
}
