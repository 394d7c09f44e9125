#!/usr/bin/env python3
"""Seeds known label errors into a real COCO file: OUT/gt.json, OUT/preds.json (as it was), OUT/errors.json.

The labels are taken as right, so an error that was in them before counts as a false alarm.
"""

import argparse
import json
import os
import random
import shutil

from label_errors import KINDS, Rates, Seeder


def seed(labels, predictions, out, number, rates):
    """Writes the three files and returns the errors."""
    rng = random.Random(number)
    with open(labels, encoding="utf-8") as file:
        dataset = json.load(file)
    images = {image["id"]: image for image in dataset["images"]}
    by_image = {image: [] for image in images}
    for annotation in dataset["annotations"]:
        by_image[annotation["image_id"]].append(annotation)
    plain = [annotation for annotation in dataset["annotations"] if not annotation.get("iscrowd")]
    if not plain:
        raise SystemExit(f"{labels}: there is no label to put errors among")
    categories = [category["id"] for category in dataset["categories"]]

    def other_class(category):
        """Mostly a frequent class, sometimes any."""
        others = [other for other in categories if other != category]
        for _ in range(20):
            candidate = rng.choice(plain)["category_id"] if rng.random() < 0.7 else rng.choice(categories)
            if candidate != category:
                return candidate
        return rng.choice(others) if others else None

    def from_elsewhere(_):
        """The box of another image's label, at the same place."""
        label = rng.choice(plain)
        return label["category_id"], label["bbox"]

    seeder = Seeder(rng, rates, other_class, from_elsewhere, 1 + max(label["id"] for label in dataset["annotations"]))
    dataset["annotations"] = [label for image in images for label in seeder.strike(images[image], by_image[image])]
    os.makedirs(out, exist_ok=True)
    for name, content in (("gt.json", dataset), ("errors.json", seeder.errors)):
        with open(os.path.join(out, name), "w", encoding="utf-8") as file:
            json.dump(content, file)
    shutil.copyfile(predictions, os.path.join(out, "preds.json"))
    return seeder.errors


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", help="COCO labels")
    parser.add_argument("predictions", help="COCO results")
    parser.add_argument("out", help="folder for the three files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rates", type=Rates.parse, default=Rates(0.02, 0.03, 0.02, 0.015, 0.005), metavar="A,B,C,D,E",
                        help="share of labels struck by " + ", ".join(KINDS) + " (0.02,0.03,0.02,0.015,0.005)")
    arguments = parser.parse_args()
    errors = seed(arguments.labels, arguments.predictions, arguments.out, arguments.seed, arguments.rates)
    print(f"{arguments.out}: " + ", ".join(f"{sum(e['kind'] == kind for e in errors)} {kind}" for kind in KINDS))


if __name__ == "__main__":
    main()
