package dev.errata.ui.edit;

import org.eclipse.core.runtime.jobs.ISchedulingRule;

import dev.errata.dataset.OpenDataset;

/**
 * Lets the changes of one dataset run one after another.
 *
 * @param dataset the dataset, compared by identity
 */
record DatasetRule(OpenDataset dataset) implements ISchedulingRule {

    @Override
    public boolean contains(ISchedulingRule rule) {
        return isConflicting(rule);
    }

    @Override
    public boolean isConflicting(ISchedulingRule rule) {
        return rule instanceof DatasetRule other && other.dataset == dataset;
    }
}
