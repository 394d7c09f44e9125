"""A reviewer who goes through the queue of suspects page by page, and whose verdicts the ranking may learn from.

The reviewer knows what is wrong and says so of every suspect. Who says of a prediction that its object has no label adds
one: what else shows that object is no suspect any more, and counts as no look.
"""

import json
import os
import subprocess

from label_errors import iou
from scoring import missing_object

PAGE = 50
LOOKS = (100, 300, 500, 1000)


class Reviewer:
    """Looks at suspects, each of them once, and counts the errors among them."""

    def __init__(self, known, predictions):
        self.known = known
        self.predictions = predictions
        self.looks, self.hits, self.at = 0, 0, {}
        self.seen, self.objects, self.added = set(), set(), {}

    def page(self, suspects):
        """Decides the first suspects that were not looked at before: (suspect, whether the label is wrong)."""
        decided = []
        for suspect in suspects:
            if len(decided) == PAGE or self.looks == LOOKS[-1]:
                break
            annotation, prediction = suspect["annotation"], suspect["prediction"]
            key = (annotation, None if annotation is not None else prediction)
            if key in self.seen or annotation is None and self.is_labelled(prediction):
                continue
            self.seen.add(key)
            decided.append((suspect, self.decide(annotation, prediction)))
        return decided

    def is_labelled(self, prediction):
        entry = self.predictions[prediction]
        return any(iou(box, entry["bbox"]) >= 0.5 for box in self.added.get(entry["image_id"], ()))

    def decide(self, annotation, prediction):
        wrong = annotation in self.known.wrong
        if annotation is None:
            found = missing_object(self.known, self.predictions, prediction, self.objects)
            if found is not None:
                wrong = True
                self.objects.add(found)
                entry = self.predictions[prediction]
                self.added.setdefault(entry["image_id"], []).append(entry["bbox"])
        self.looks += 1
        self.hits += wrong
        if self.looks in LOOKS:
            self.at[self.looks] = self.hits
        return wrong

    def found(self):
        return [self.at.get(looks, self.hits) for looks in LOOKS]


def review_once_ranked(dataset, suspects):
    """The errors among the first looks at a queue that stays as it is."""
    reviewer = Reviewer(dataset.known, dataset.found)
    while reviewer.page(suspects):
        pass
    return reviewer.found()


def review_learning(errata, dataset, folder):
    """The errors among the first looks where each page is of a queue that has learned from all before."""
    reviewer = Reviewer(dataset.known, dataset.found)
    run(errata, "import", folder, "--labels", dataset.labels, "--run", "model=" + dataset.predictions)
    while True:
        # suspects that were skipped stay in the queue: of each added object there may be some
        limit = PAGE + 10 * len(reviewer.objects) + 100
        page = reviewer.page(json.loads(run(errata, "suspects", folder, "--limit", str(limit), "--output", "json")))
        if not page:
            return reviewer.found()
        verdicts = os.path.join(folder, "verdicts.json")
        with open(verdicts, "w", encoding="utf-8") as file:
            json.dump([dict(suspect, verdict="label-wrong" if wrong else "model-wrong") for suspect, wrong in page], file)
        run(errata, "verdict", folder, "--from", verdicts)


def run(errata, *arguments):
    done = subprocess.run([errata, *arguments], capture_output=True)
    if done.returncode:
        raise SystemExit(done.stderr.decode(errors="replace"))
    return done.stdout
