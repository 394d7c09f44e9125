"""What the drivers of the peers share: reading, the clock, peak memory and the report.

A driver is started as DRIVER --probe, which prints the peer's version or exits with 3 where it is not installed, or as
DRIVER GT.json PREDS.json REPORT.json. Its report holds the seconds of each step: "read" (parsing JSON), "prepare" (turning
it into what the peer takes) and "call" (the peer's own work), and what came out, so that results can be compared.
"""

import json
import sys
import time


class Clock:
    """Seconds by step."""

    def __init__(self):
        self.seconds = {}
        self.last = time.perf_counter()

    def lap(self, step):
        now = time.perf_counter()
        self.seconds[step] = self.seconds.get(step, 0.0) + now - self.last
        self.last = now


def corners(box):
    """[x, y, width, height] as [left, top, right, bottom]."""
    x, y, width, height = box
    return [x, y, x + width, y + height]


class Images:
    """Labels and predictions by image, in the order of the label file."""

    def __init__(self, dataset, predictions):
        self.ids = [image["id"] for image in dataset["images"]]
        self.labels = {image: [] for image in self.ids}
        self.predictions = {image: [] for image in self.ids}
        for label in dataset["annotations"]:
            self.labels[label["image_id"]].append(label)
        for position, prediction in enumerate(predictions):
            if prediction["image_id"] in self.predictions:
                self.predictions[prediction["image_id"]].append((position, prediction))
        self.categories = [category["id"] for category in dataset["categories"]]
        self.index = {category: number for number, category in enumerate(self.categories)}


def main(load, run):
    """Runs a driver: load imports the peer and returns (peer, version), run(peer, dataset, predictions, clock) its result."""
    try:
        peer, version = load()
    except ImportError as error:
        print(error, file=sys.stderr)
        raise SystemExit(3)
    if sys.argv[1:] == ["--probe"]:
        print(version)
        return
    labels, results, report = sys.argv[1:]
    clock = Clock()
    with open(labels, "rb") as file:
        dataset = json.loads(file.read())
    with open(results, "rb") as file:
        predictions = json.loads(file.read())
    clock.lap("read")
    result = run(peer, dataset, predictions, clock)
    with open(report, "w", encoding="utf-8") as file:
        json.dump({"version": version, "seconds": clock.seconds, "result": result}, file)
