#!/usr/bin/env python3
"""cleanlab's ObjectLab: overlooked, badly located and swapped labels.

Its scores of a label (the worse of location and swap) and of an overlooked prediction go into one queue, the lowest first:
cleanlab itself only ranks images. The report's result is that queue as pairs of annotation id and prediction position.
"""

import math
import warnings

import harness


def load():
    warnings.filterwarnings("ignore")
    import cleanlab
    import numpy
    from cleanlab.object_detection import rank
    return (numpy, rank), cleanlab.__version__


def run(peer, dataset, predictions, clock):
    numpy, rank = peer
    images = harness.Images(dataset, predictions)
    labels, found, positions = [], [], []
    for image in images.ids:
        own = images.labels[image]
        labels.append({"bboxes": numpy.array([harness.corners(label["bbox"]) for label in own], dtype=float).reshape(-1, 4),
                       "labels": numpy.array([images.index[label["category_id"]] for label in own], dtype=int)})
        by_class = [[] for _ in images.categories]
        for position, entry in images.predictions[image]:
            by_class[images.index[entry["category_id"]]].append((position, harness.corners(entry["bbox"]) + [entry["score"]]))
        boxes = numpy.empty(len(by_class), dtype=object)
        for number, entries in enumerate(by_class):
            boxes[number] = numpy.array([box for _, box in entries], dtype=numpy.float32).reshape(-1, 5)
        found.append(boxes)
        positions.append([position for entries in by_class for position, _ in entries])
    clock.lap("prepare")
    overlooked = rank.compute_overlooked_box_scores(labels=labels, predictions=found)
    located = rank.compute_badloc_box_scores(labels=labels, predictions=found)
    swapped = rank.compute_swap_box_scores(labels=labels, predictions=found)
    clock.lap("call")
    queue = []
    for number, image in enumerate(images.ids):
        for label, location, swap in zip(images.labels[image], located[number], swapped[number]):
            scores = [float(score) for score in (location, swap) if not math.isnan(score)]
            if scores:
                queue.append((min(scores), label["id"], None))
        for position, score in zip(positions[number], overlooked[number]):
            if not math.isnan(score):
                queue.append((float(score), None, position))
    queue.sort(key=lambda entry: entry[0])
    return [[annotation, prediction] for _, annotation, prediction in queue]


harness.main(load, run)
