package dev.errata.ui.matching;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.matching.Matching;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.ui.Failures;
import dev.errata.ui.PersonalSettings;

/**
 * Keeps for this person how a dataset is matched, whoever in the window chose it, and matches it so again when it is opened
 * next. Nothing is kept where it is as the dataset's document says, which counts for the whole team.
 */
public final class KeptMatching implements DatasetListener {

    private static final PersonalSettings SETTINGS = new PersonalSettings("dev.errata.ui.matching"); //$NON-NLS-1$

    private final OpenDataset dataset;
    private final Matching usual;
    private Matching kept;

    private KeptMatching(OpenDataset dataset) {
        this.dataset = dataset;
        usual = usual(dataset);
        kept = usual;
    }

    /** How the dataset's document says that it is matched. */
    public static Matching usual(OpenDataset dataset) {
        return Matching.of(dataset.document().getSettings(), dataset.source());
    }

    /**
     * Matches a dataset that nobody looked at yet as the person did last, and keeps it from now on. What does not fit the
     * dataset any more is left out, and the person told. In the background: masks are read here if they are what is matched.
     *
     * @throws CancellationException if {@code progress} asks to stop
     */
    public static void follow(OpenDataset dataset, Progress progress) {
        KeptMatching keeping = new KeptMatching(dataset);
        Optional<KeptSettings> settings = SETTINGS.get(dataset.folder().toString()).flatMap(KeptSettings::parse);
        if (settings.isPresent()) {
            keeping.restore(settings.get(), progress);
        }
        dataset.addListener(keeping);
    }

    private void restore(KeptSettings settings, Progress progress) {
        List<String> unfit = new ArrayList<>();
        Matching wanted = new Matching(settings.thresholds(), profile(settings.profile(), unfit), rules(settings, unfit),
            settings.byMasks());
        dataset.evaluations().setMatching(wanted, progress);
        if (wanted.byMasks() && !hasMasks(unfit, progress)) {
            dataset.evaluations().setMatching(wanted.byMasks(false), progress);
        }
        kept = dataset.evaluations().matching();
        if (!unfit.isEmpty()) {
            keep();
            Failures.warn(NLS.bind(Messages.Changed, dataset.name()), String.join("\n", unfit)); //$NON-NLS-1$
        }
    }

    private Profile profile(String name, List<String> unfit) {
        return Profile.of(name).orElseGet(() -> {
            unfit.add(NLS.bind(Messages.Profile, name, usual.profile().id()));
            return usual.profile();
        });
    }

    private ClassRules rules(KeptSettings settings, List<String> unfit) {
        List<ClassRules.Pair> pairs = new ArrayList<>();
        List<Integer> ignored = new ArrayList<>(usual.rules().ignored());
        TreeSet<String> gone = new TreeSet<>();
        List<String> names = settings.allowed();
        for (int i = 0; i + 1 < names.size(); i += 2) {
            int groundTruth = label(names.get(i), gone);
            int predicted = label(names.get(i + 1), gone);
            if (groundTruth >= 0 && predicted >= 0) {
                pairs.add(new ClassRules.Pair(groundTruth, predicted));
            }
        }
        settings.ignored().stream().map(name -> label(name, gone)).filter(label -> label >= 0).forEach(ignored::add);
        if (!gone.isEmpty()) {
            unfit.add(NLS.bind(Messages.Classes, String.join(", ", gone))); //$NON-NLS-1$
        }
        return ClassRules.of(pairs, ignored);
    }

    private int label(String name, TreeSet<String> gone) {
        int label = dataset.labelOf(name);
        if (label < 0) {
            gone.add(name);
        }
        return label;
    }

    /** Reads the masks of the run that will be shown: they are needed anyhow, and without them nothing could be. */
    private boolean hasMasks(List<String> unfit, Progress progress) {
        Optional<Run> run = ComparedRun.of(dataset);
        if (run.isEmpty()) {
            return true;
        }
        Lock lock = dataset.lock().readLock();
        lock.lock();
        try {
            dataset.evaluations().overlaps(run.get(), progress);
            return true;
        } catch (UncheckedIOException none) {
            unfit.add(NLS.bind(Messages.Masks, none.getCause().getMessage()));
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public synchronized void changed(DatasetEvent event) {
        Matching now = dataset.evaluations().matching();
        if (!now.equals(kept)) {
            kept = now;
            keep();
        }
    }

    private void keep() {
        SETTINGS.put(dataset.folder().toString(), kept.equals(usual) ? null : settings(kept).line());
    }

    private KeptSettings settings(Matching matching) {
        List<String> allowed = new ArrayList<>();
        for (ClassRules.Pair pair : matching.rules().allowed()) {
            allowed.add(dataset.className(pair.groundTruth()));
            allowed.add(dataset.className(pair.predicted()));
        }
        List<String> ignored = matching.rules().ignored().stream().filter(label -> !usual.rules().ignores(label))
            .map(dataset::className).toList();
        return new KeptSettings(matching.profile().id(), matching.thresholds(), matching.byMasks(), allowed, ignored);
    }
}
