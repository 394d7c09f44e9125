#!/usr/bin/env python3
"""TIDE: the error types of boxes at IoU 0.5, as loss of average precision."""

import os

import harness


def load():
    os.environ.setdefault("MPLBACKEND", "Agg")
    import tidecv
    from tidecv.data import Data
    return (tidecv.TIDE, Data), getattr(tidecv, "__version__", "from a checkout")


def run(peer, dataset, predictions, clock):
    tide, data = peer
    labels, found = data("labels"), data("predictions")
    for category in dataset["categories"]:
        labels.add_class(category["id"], category["name"])
        found.add_class(category["id"], category["name"])
    for image in dataset["images"]:
        labels.add_image(image["id"], image["file_name"])
    for label in dataset["annotations"]:
        add = labels.add_ignore_region if label.get("iscrowd") else labels.add_ground_truth
        add(label["image_id"], label["category_id"], label["bbox"])
    for entry in predictions:
        found.add_detection(entry["image_id"], entry["category_id"], entry["score"], entry["bbox"])
    clock.lap("prepare")
    evaluation = tide()
    evaluation.evaluate(labels, found, pos_threshold=0.5, mode=tide.BOX, name="run")
    errors = {**evaluation.get_main_errors()["run"], **evaluation.get_special_errors()["run"]}
    clock.lap("call")
    return {name: float(value) for name, value in errors.items()}


harness.main(load, run)
