#!/usr/bin/env python3
"""YOLOv5: the confusion matrix at IoU 0.45 and confidence 0.25, called once an image as its validation does.

Only utils/metrics.py of a checkout on PYTHONPATH is loaded: its package would bring the whole framework.
"""

import os
import sys
import types

import harness


def load():
    folder = next((path for path in sys.path if os.path.isfile(os.path.join(path, "utils", "metrics.py"))), None)
    if folder is None:
        raise ImportError("no checkout of yolov5 on PYTHONPATH")
    os.environ.setdefault("MPLBACKEND", "Agg")
    package = types.ModuleType("utils")
    package.__path__ = [os.path.join(folder, "utils")]
    package.TryExcept = lambda *_, **__: lambda function: function
    package.threaded = lambda function: function
    sys.modules["utils"] = package
    import torch
    from utils.metrics import ConfusionMatrix
    return (torch, ConfusionMatrix), "from a checkout, torch " + torch.__version__


def run(peer, dataset, predictions, clock):
    torch, matrix = peer
    images = harness.Images(dataset, predictions)
    pairs = []
    for image in images.ids:
        labels = [[images.index[label["category_id"]]] + harness.corners(label["bbox"]) for label in images.labels[image]]
        found = [harness.corners(entry["bbox"]) + [entry["score"], images.index[entry["category_id"]]]
                 for _, entry in images.predictions[image]]
        pairs.append((torch.tensor(labels).reshape(-1, 5), torch.tensor(found).reshape(-1, 6)))
    clock.lap("prepare")
    counted = matrix(nc=len(images.categories), conf=0.25, iou_thres=0.45)
    for labels, found in pairs:
        if len(labels) and len(found):
            counted.process_batch(found, labels)
        elif len(labels):
            counted.process_batch(None, labels[:, 0])
    clock.lap("call")
    return counted.matrix.T.astype(int).tolist()


harness.main(load, run)
