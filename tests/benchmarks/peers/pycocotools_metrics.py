#!/usr/bin/env python3
"""pycocotools: average precision and recall of boxes."""

from importlib import metadata

import coco_numbers
import harness


def load():
    from pycocotools import coco, cocoeval
    try:
        version = metadata.version("pycocotools")
    except metadata.PackageNotFoundError:
        version = "from a checkout"
    return (coco.COCO, cocoeval.COCOeval), version


def run(peer, dataset, predictions, clock):
    coco, evaluation = peer
    return coco_numbers.evaluate(coco(), lambda labels, results: evaluation(labels, results, "bbox"), dataset, predictions,
                                 clock)


harness.main(load, run)
