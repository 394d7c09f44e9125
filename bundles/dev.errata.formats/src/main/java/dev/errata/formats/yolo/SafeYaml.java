package dev.errata.formats.yolo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

import dev.errata.formats.FormatException;
import dev.errata.formats.io.IssueLog;

/** The one YAML loader: texts, lists and maps only, no classes, no repeated or recursive keys, few aliases, little depth. */
public final class SafeYaml {

    private static final int ALIASES = 50;
    private static final int LENGTH = 16 << 20;

    private SafeYaml() {
    }

    /**
     * The first document of a text: maps, lists, and texts as they are written, be they numbers or not.
     *
     * @throws FormatException if it is no such YAML
     */
    public static Object load(String text, String place) throws FormatException {
        LoadSettings settings = LoadSettings.builder().setLabel(place).setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false).setSchema(new FailsafeSchema())
            .setTagConstructors(Map.of(Tag.NULL, nothing -> ""))
            .setMaxAliasesForCollections(ALIASES).setCodePointLimit(LENGTH).build();
        try {
            List<Object> documents = new ArrayList<>();
            new Load(settings).loadAllFromString(text).forEach(documents::add);
            return documents.isEmpty() ? null : documents.getFirst();
        } catch (MarkedYamlEngineException e) {
            long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(0L);
            long column = e.getProblemMark().map(mark -> mark.getColumn() + 1L).orElse(0L);
            throw new IssueLog(place).refuse("yaml.syntax", line, column, "", "", "This YAML cannot be read: " + e.getProblem()
                + ".");
        } catch (StackOverflowError e) {
            // the loader has no limit of depth of its own
            throw new IssueLog(place).refuse("yaml.limit", 0, 0, "", "", "This YAML is nested deeper than any label file needs.");
        } catch (YamlEngineException e) {
            throw new IssueLog(place).refuse("yaml.syntax", 0, 0, "", "", "This YAML cannot be read: " + e.getMessage());
        }
    }
}
