"""Scores a ranked list of suspects against known label errors.

Known errors are either a list as label_errors.py writes it, or {"missing": [{image_id, bbox}], "bad_labels": [{id}]}, the
form of labels that people have checked. A suspect is a hit the first time it names a wrong label or, with IoU at least
0.5, a missing object. Every suspect counts as one look, a repeated one too.
"""

from label_errors import iou

DEPTHS = (100, 500, 2000)


class Known:
    """The known errors of a dataset."""

    def __init__(self, errors):
        self.wrong = set()
        self.missing = {}
        if isinstance(errors, dict):
            self.wrong.update(entry.get("annotation_id", entry.get("id")) for entry in errors["bad_labels"])
            absent = [(entry["image_id"], entry["bbox"]) for entry in errors["missing"]]
        else:
            self.wrong.update(entry["annotation_id"] for entry in errors if entry["annotation_id"] is not None)
            absent = [(entry["image_id"], entry["true_bbox"]) for entry in errors if entry["kind"] == "missing"]
        for image, box in absent:
            self.missing.setdefault(image, []).append(box)
        self.count = len(self.wrong) + len(absent)


class Score:
    """Average precision over all known errors, and the errors found in the first looks."""

    def __init__(self, known, predictions, suspects):
        found_labels, found_objects = set(), set()
        self.looks, self.hits, self.at, gain = len(suspects), 0, {}, 0.0
        for look, (annotation, prediction) in enumerate(suspects, 1):
            if annotation in known.wrong:
                hit = annotation not in found_labels
                found_labels.add(annotation)
            else:
                found = missing_object(known, predictions, prediction, found_objects)
                hit = found is not None
                if hit:
                    found_objects.add(found)
            if hit:
                self.hits += 1
                gain += self.hits / look
            if look in DEPTHS:
                self.at[look] = self.hits
        for depth in DEPTHS:
            self.at.setdefault(depth, self.hits)
        self.average_precision = gain / max(known.count, 1)


def missing_object(known, predictions, prediction, found):
    """The missing object, not found before, that a prediction shows; None if there is none."""
    if prediction is None:
        return None
    image, box = predictions[prediction]["image_id"], predictions[prediction]["bbox"]
    for number, absent in enumerate(known.missing.get(image, ())):
        if (image, number) not in found and iou(box, absent) >= 0.5:
            return image, number
    return None
