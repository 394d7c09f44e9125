package dev.errata.dataset.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EFactory;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ExtensibleURIConverterImpl;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.XMIResource;
import org.eclipse.emf.ecore.xmi.XMLHelper;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIHelperImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.journal.postgres.ServerAddress;
import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.model.EvaluationSettings;
import dev.errata.dataset.model.ModelPackage;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Source;
import dev.errata.formats.io.FileFaults;

/**
 * The document of a dataset folder, as XMI. A document may come from anybody: it can name no entity, and nothing that it
 * refers to is loaded.
 */
public final class DocumentFile {

    /** The document's name in a dataset folder. */
    public static final String NAME = "dataset.errata";

    /** The version of the folder layout that this program writes. */
    public static final int FORMAT_VERSION = 1;

    private static final long LONGEST = 100_000_000;
    private static final Pattern JOURNAL_ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

    private DocumentFile() {
    }

    /** Whether a dataset is in a folder. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    /** @throws DatasetException if there is no document, or it cannot be read */
    public static Dataset load(Path folder) throws DatasetException {
        Path file = folder.resolve(NAME);
        if (!isIn(folder)) {
            throw new DatasetException(folder + " is no dataset: it has no " + NAME
                + ". Choose a folder that was made by an import.");
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new DatasetException(file + " is too long to be a dataset's document.");
            }
            Dataset dataset = parse(file);
            check(dataset);
            return dataset;
        } catch (DatasetException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new DatasetException(file + " cannot be read: "
                + (e instanceof IOException io ? FileFaults.why(io) : e.getMessage())
                + ". Restore it from a backup or import the labels again.", e);
        }
    }

    /** Why this program cannot change a dataset; null where it can. */
    public static String whyReadOnly(Path folder, Dataset document) {
        if (document.getFormatVersion() > FORMAT_VERSION) {
            return "a newer version of this program made it. Update this program to change anything";
        }
        return document.getJournal() != null || Files.isWritable(folder) ? null : "its folder " + folder + " is write-protected";
    }

    private static Dataset parse(Path file) throws IOException {
        ModelPackage.eINSTANCE.eClass();
        XMIResource resource = resource(file);
        Map<Object, Object> options = new HashMap<>();
        options.put(XMLResource.OPTION_PARSER_FEATURES,
            Map.of("http://apache.org/xml/features/disallow-doctype-decl", Boolean.TRUE));
        resource.load(new ByteArrayInputStream(Files.readAllBytes(file)), options);
        if (resource.getContents().size() == 1 && resource.getContents().get(0) instanceof Dataset dataset) {
            return dataset;
        }
        throw new IOException("it holds no dataset");
    }

    /** Documents come from anybody: what others rely on is made sure of here. */
    private static void check(Dataset dataset) throws IOException {
        for (TreeIterator<EObject> all = dataset.eAllContents(); all.hasNext();) {
            if (all.next().eIsProxy()) {
                throw new IOException("it refers to another document");
            }
        }
        if (dataset.getLabels() == null) {
            throw new IOException("it names no labels");
        }
        Set<String> runs = new HashSet<>();
        for (Run run : dataset.getRuns()) {
            if (run.getName() == null || !runs.add(run.getName())) {
                throw new IOException("a run has no name of its own");
            }
        }
        List<Source> sources = new ArrayList<>(dataset.getRuns());
        sources.add(dataset.getLabels());
        if (dataset.getOriginal() != null) {
            sources.add(dataset.getOriginal());
        }
        for (Source source : sources) {
            if (source.getPath() == null || source.getFormat() == null || source.getSha256() == null) {
                throw new IOException("a source has no path, no format or no SHA-256");
            }
        }
        if (dataset.getClasses().stream().anyMatch(label -> label.getName() == null)) {
            throw new IOException("a label class has no name");
        }
        if (dataset.getJournal() != null) {
            ServerAddress.parse(dataset.getJournal());
            if (dataset.getJournalId() == null || !JOURNAL_ID.matcher(dataset.getJournalId()).matches()) {
                throw new IOException("it does not say what the dataset is called where its journal is");
            }
        }
        EvaluationSettings settings = dataset.getSettings();
        if (settings != null && !(settings.getIou() > 0 && settings.getIou() <= 1 && settings.getConfidence() >= 0
            && settings.getConfidence() <= 1)) {
            throw new IOException("its thresholds are not between 0 and 1");
        }
    }

    private static XMIResource resource(Path file) {
        ResourceSet resources = new ResourceSetImpl();
        resources.setURIConverter(new ExtensibleURIConverterImpl() {
            @Override
            public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
                throw new IOException("the document refers to " + uri + ", which is not read");
            }
        });
        XMIResource resource = new XMIResourceImpl(URI.createFileURI(file.toAbsolutePath().toString())) {
            @Override
            protected XMLHelper createXMLHelper() {
                return new AnyText(this);
            }
        };
        resource.setEncoding(StandardCharsets.UTF_8.name());
        resources.getResources().add(resource);
        return resource;
    }

    /** Saves and loads whatever is in a text. */
    private static final class AnyText extends XMIHelperImpl {

        AnyText(XMLResource resource) {
            super(resource);
        }

        @Override
        public String convertToString(EFactory factory, EDataType type, Object value) {
            String text = super.convertToString(factory, type, value);
            return value instanceof String ? XmlText.encode(text) : text;
        }

        @Override
        protected Object createFromString(EFactory factory, EDataType type, String text) {
            Object value = super.createFromString(factory, type, text);
            return value instanceof String found ? XmlText.decode(found) : value;
        }
    }

    /** Puts a new document into a folder, whole or not at all. */
    public static void save(Dataset dataset, Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Resource resource = dataset.eResource();
        if (resource == null) {
            resource = resource(file);
            resource.getContents().add(dataset);
        }
        Resource written = resource;
        DurableFiles.replace(file, out -> written.save(out, Map.of(XMLResource.OPTION_LINE_WIDTH, 120)));
    }
}
