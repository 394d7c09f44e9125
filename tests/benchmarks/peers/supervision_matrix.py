#!/usr/bin/env python3
"""supervision: the confusion matrix at IoU 0.5 and confidence 0.3, from arrays of corners."""

from importlib import metadata

import harness


def load():
    import numpy
    from supervision.metrics.detection import ConfusionMatrix
    try:
        version = metadata.version("supervision")
    except metadata.PackageNotFoundError:
        version = "from a checkout"
    return (numpy, ConfusionMatrix), version


def run(peer, dataset, predictions, clock):
    numpy, matrix = peer
    images = harness.Images(dataset, predictions)
    targets, detections = [], []
    for image in images.ids:
        labels = [harness.corners(label["bbox"]) + [images.index[label["category_id"]]] for label in images.labels[image]]
        found = [harness.corners(entry["bbox"]) + [images.index[entry["category_id"]], entry["score"]]
                 for _, entry in images.predictions[image]]
        targets.append(numpy.array(labels, dtype=numpy.float32).reshape(-1, 5))
        detections.append(numpy.array(found, dtype=numpy.float32).reshape(-1, 6))
    clock.lap("prepare")
    counted = matrix.from_tensors(predictions=detections, targets=targets, classes=[str(c) for c in images.categories],
                                  conf_threshold=0.3, iou_threshold=0.5)
    clock.lap("call")
    return counted.matrix.astype(int).tolist()


harness.main(load, run)
