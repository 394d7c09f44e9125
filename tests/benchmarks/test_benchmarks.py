#!/usr/bin/env python3
"""Tests of the benchmark itself: python3 -m unittest discover tests/benchmarks"""

import collections
import json
import os
import random
import tempfile
import unittest

import generate
import label_errors
from reviewing import LOOKS, PAGE, Reviewer
from scoring import Known, Score


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return json.load(file)


class GeneratorTest(unittest.TestCase):

    def generated(self, seed):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        generate.generate(folder.name, 60, 1100, 2600, seed, label_errors.Rates(0.05, 0.05, 0.05, 0.05, 0.05), 0.6)
        return [read(folder.name, name) for name in ("gt.json", "preds.json", "errors.json")]

    def test_same_seed_same_files(self):
        self.assertEqual(self.generated(3), self.generated(3))
        self.assertNotEqual(self.generated(3), self.generated(4))

    def test_errors_are_in_the_labels(self):
        dataset, predictions, errors = self.generated(5)
        self.assertEqual(2600, len(predictions))
        labels = {label["id"]: label for label in dataset["annotations"]}
        self.assertEqual(len(dataset["annotations"]), len(labels))
        self.assertEqual(set(label_errors.KINDS), {error["kind"] for error in errors})
        for error in errors:
            label = labels.get(error["annotation_id"])
            if error["kind"] == "missing":
                self.assertIsNone(error["annotation_id"])
            elif error["kind"] == "swap":
                self.assertNotEqual(error["true_category"], label["category_id"])
                self.assertEqual(error["true_bbox"], label["bbox"])
            elif error["kind"] == "shifted":
                self.assertTrue(0.15 < label_errors.iou(error["true_bbox"], label["bbox"]) < 0.55)
            elif error["kind"] == "duplicate":
                self.assertGreater(collections.Counter(l["image_id"] for l in labels.values())[label["image_id"]], 1)

    def test_boxes_stay_in_the_picture(self):
        rng = random.Random(1)
        for _ in range(1000):
            x, y, width, height = label_errors.clip([rng.uniform(-500, 1500) for _ in range(4)], 640, 480)
            self.assertTrue(x >= 0 and y >= 0 and width >= 2 and height >= 2 and x + width <= 640.01 and y + height <= 480.01)


class ScoreTest(unittest.TestCase):

    KNOWN = Known([{"kind": "swap", "image_id": 1, "annotation_id": 7, "true_bbox": [0, 0, 9, 9]},
                   {"kind": "missing", "image_id": 1, "annotation_id": None, "true_bbox": [0, 0, 10, 10]}])
    PREDICTIONS = [{"image_id": 1, "bbox": [0, 0, 10, 9]}, {"image_id": 2, "bbox": [0, 0, 10, 10]}]

    def test_best_queue(self):
        score = Score(self.KNOWN, self.PREDICTIONS, [(7, None), (None, 0)])
        self.assertEqual((1.0, 2, 2), (score.average_precision, score.hits, score.at[100]))

    def test_an_error_counts_once_and_every_look_costs(self):
        score = Score(self.KNOWN, self.PREDICTIONS, [(None, 1), (7, None), (7, 0), (8, 0), (None, 0)])
        self.assertAlmostEqual((1 / 2 + 2 / 4) / 2, score.average_precision)
        self.assertEqual(5, score.looks)

    def test_errors_that_people_found(self):
        known = Known({"missing": [{"image_id": 1, "bbox": [0, 0, 10, 10]}], "bad_labels": [{"id": 7}]})
        self.assertEqual((2, {7}), (known.count, known.wrong))


class ReviewerTest(unittest.TestCase):

    PREDICTIONS = [{"image_id": 1, "bbox": [0, 0, 10, 9]}, {"image_id": 1, "bbox": [0, 0, 9, 10]},
                   {"image_id": 2, "bbox": [0, 0, 10, 10]}]

    def page(self, reviewer, *suspects):
        return [wrong for _, wrong in reviewer.page([{"annotation": a, "prediction": p} for a, p in suspects])]

    def test_says_what_is_wrong_and_looks_at_nothing_twice(self):
        reviewer = Reviewer(ScoreTest.KNOWN, self.PREDICTIONS)
        self.assertEqual([True, False, False], self.page(reviewer, (7, None), (8, 0), (None, 2), (8, 1)))
        self.assertEqual([], self.page(reviewer, (7, None), (8, 0)))
        self.assertEqual((3, 1), (reviewer.looks, reviewer.hits))

    def test_what_shows_an_object_that_has_a_label_now_is_no_look(self):
        reviewer = Reviewer(ScoreTest.KNOWN, self.PREDICTIONS)
        self.assertEqual([True, False], self.page(reviewer, (None, 0), (None, 1), (None, 2)))
        self.assertEqual((2, 1), (reviewer.looks, reviewer.hits))

    def test_pages_end_and_so_do_the_looks(self):
        reviewer = Reviewer(Known([]), [])
        queue = [(number, None) for number in range(2000)]
        self.assertEqual(PAGE, len(self.page(reviewer, *queue)))
        while self.page(reviewer, *queue):
            pass
        self.assertEqual(LOOKS[-1], reviewer.looks)
        self.assertEqual([0] * len(LOOKS), reviewer.found())


if __name__ == "__main__":
    unittest.main()
