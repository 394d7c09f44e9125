package dev.errata.cli.options;

import java.util.Iterator;

import dev.errata.cli.console.Texts;
import dev.errata.dataset.model.TaskState;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of the states of tasks. */
public final class TaskStateNames implements Iterable<String>, ITypeConverter<TaskState> {

    @Override
    public Iterator<String> iterator() {
        return TaskState.VALUES.stream().map(TaskState::getLiteral).iterator();
    }

    @Override
    public TaskState convert(String value) {
        TaskState state = TaskState.get(value);
        if (state == null) {
            throw new TypeConversionException(
                "there is no state \"" + Texts.shown(value) + "\"; there are " + String.join(", ", this));
        }
        return state;
    }
}
