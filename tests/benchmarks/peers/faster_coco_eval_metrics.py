#!/usr/bin/env python3
"""faster-coco-eval: average precision and recall of boxes, in C++."""

import coco_numbers
import harness


def load():
    import faster_coco_eval
    return faster_coco_eval, getattr(faster_coco_eval, "__version__", "from a checkout")


def run(peer, dataset, predictions, clock):
    return coco_numbers.evaluate(peer.COCO(), lambda labels, results: peer.COCOeval_faster(labels, results, "bbox"), dataset,
                                 predictions, clock)


harness.main(load, run)
