#!/usr/bin/env python3
"""Writes a street-scene dataset with known label errors: OUT/gt.json (COCO), OUT/preds.json (COCO results), OUT/errors.json.

The default is of the size of BDD100K: 70,000 images, about 1.29 million labels, 3.0 million predictions. The same seed
and settings give the same files. The classes are about as frequent as in BDD100K. A simulated detector sees the right
objects, not the labels: it finds large ones more surely, more tightly and with more confidence than small ones, takes
some for a look-alike class, adds weak second boxes, and sees things in the background.
"""

import argparse
import bisect
import itertools
import json
import math
import os
import random

from label_errors import KINDS, Rates, Seeder, clip

WIDTH, HEIGHT = 1280, 720

# name, frequency, median width, spread of the size, height / width, height of the centre in the picture, look-alikes
CLASSES = (
    ("person", 91000, 22, 0.75, 2.60, 370, (2,)),
    ("rider", 4500, 32, 0.70, 1.90, 370, (1, 7)),
    ("car", 713000, 52, 0.85, 0.80, 380, (5, 4)),
    ("bus", 11700, 112, 0.80, 0.92, 360, (5, 3)),
    ("truck", 30000, 98, 0.80, 0.93, 360, (3, 4)),
    ("bike", 7200, 55, 0.70, 0.92, 400, (7, 2)),
    ("motor", 3000, 52, 0.70, 0.95, 400, (6, 2)),
    ("traffic light", 186000, 13, 0.55, 1.95, 240, (9,)),
    ("traffic sign", 240000, 30, 0.65, 0.88, 250, (8,)),
    ("train", 136, 170, 0.60, 0.56, 350, (4, 5)),
)
CUMULATIVE = list(itertools.accumulate(row[1] for row in CLASSES))


class Scene:
    """Draws objects and what the detector makes of them."""

    def __init__(self, rng, skill):
        self.rng = rng
        self.skill = skill

    def category(self):
        return 1 + bisect.bisect(CUMULATIVE, self.rng.random() * CUMULATIVE[-1])

    def look_alike(self, category):
        return self.rng.choice(CLASSES[category - 1][6])

    def box(self, category):
        _, _, median, spread, ratio, level, _ = CLASSES[category - 1]
        width = min(max(median * math.exp(self.rng.gauss(0, spread)), 4.0), 1100.0)
        height = min(max(width * ratio * math.exp(self.rng.gauss(0, 0.25)), 4.0), 650.0)
        x = self.rng.uniform(0, WIDTH) - width / 2
        y = level + self.rng.gauss(0, 60) - height / 2
        return clip([x, y, width, height], WIDTH, HEIGHT)

    def jittered(self, box, spread):
        x, y, width, height = box
        gauss = self.rng.gauss
        return clip([x + gauss(0, spread) * width, y + gauss(0, spread) * height, width * math.exp(gauss(0, spread)),
                     height * math.exp(gauss(0, spread))], WIDTH, HEIGHT)

    def detection(self, category, box):
        """What the detector reports of an object, None where it misses it."""
        size = math.sqrt(box[2] * box[3])
        ease = 1 / (1 + math.exp(-(math.log(size / 14) * 1.6 + self.skill)))
        if self.rng.random() > 0.99 * ease:
            return None
        score = 1 / (1 + math.exp(-(4.5 * ease - 2.2 + self.rng.gauss(0, 0.9))))
        if self.rng.random() < 0.07 * (1.3 - ease):
            category = self.look_alike(category)
            score *= self.rng.uniform(0.3, 0.95)
        return category, self.jittered(box, 0.03 + 0.06 * (1 - ease)), score

    def second(self, category, box):
        """A weak further box on an object: a look-alike, or a loose one."""
        if self.rng.random() < 0.45:
            category = self.look_alike(category)
        return category, self.jittered(box, 0.16), 0.6 * self.rng.betavariate(0.8, 8.0)

    def background(self):
        """A box where nothing is, a sure one now and then."""
        category = self.category()
        sure = self.rng.random() < 0.004
        score = self.rng.uniform(0.5, 0.97) if sure else self.rng.betavariate(0.6, 9.0)
        return category, self.box(category), score


def label_line(label):
    return '{"id":%d,"image_id":%d,"category_id":%d,"bbox":[%s,%s,%s,%s],"area":%s,"iscrowd":0}' % (
        label["id"], label["image_id"], label["category_id"], *label["bbox"], label["area"])


def prediction_line(image, prediction):
    category, box, score = prediction
    return '{"image_id":%d,"category_id":%d,"bbox":[%s,%s,%s,%s],"score":%s}' % (
        image, category, *box, round(min(max(score, 0.001), 0.999), 5))


class Lines:
    """Writes the records of a JSON array, one in a line."""

    def __init__(self, file):
        self.file = file
        self.count = 0

    def add(self, line):
        self.file.write(",\n" if self.count else "\n")
        self.file.write(line)
        self.count += 1


def generate(out, images, labels, predictions, seed, rates, skill):
    """Writes the three files and returns how many labels, predictions and errors they hold."""
    rng = random.Random(seed)
    scene = Scene(rng, skill)
    os.makedirs(out, exist_ok=True)
    objects = labels / (images * (1 - rates.missing + rates.spurious + rates.duplicate))

    def elsewhere(_):
        category = scene.category()
        return category, scene.box(category)

    seeder = Seeder(rng, rates, scene.look_alike, elsewhere, 1)
    with open(os.path.join(out, "gt.json"), "w", encoding="utf-8") as gt, \
            open(os.path.join(out, "preds.json"), "w", encoding="utf-8") as preds:
        categories = [{"id": number, "name": row[0]} for number, row in enumerate(CLASSES, 1)]
        gt.write('{"info":{"description":"generated, seed %d"},"categories":%s,"images":[' % (seed, json.dumps(categories)))
        lines = Lines(gt)
        for image in range(1, images + 1):
            lines.add('{"id":%d,"file_name":"%06d.jpg","width":%d,"height":%d}' % (image, image, WIDTH, HEIGHT))
        gt.write('\n],"annotations":[')
        preds.write("[")
        label_lines, prediction_lines = Lines(gt), Lines(preds)
        for number in range(1, images + 1):
            image = {"id": number, "width": WIDTH, "height": HEIGHT}
            right, seen = [], []
            for _ in range(int(rng.gammavariate(3.2, objects / 3.2) + rng.random())):
                category = scene.category()
                box = scene.box(category)
                right.append({"id": seeder.fresh_id(), "image_id": number, "category_id": category, "bbox": box,
                              "area": round(box[2] * box[3], 2)})
                detection = scene.detection(category, box)
                if detection:
                    seen.append(detection)
            found = list(seen)
            while prediction_lines.count + len(seen) < predictions * number // images:
                seen.append(scene.second(*rng.choice(found)[:2]) if found and rng.random() < 0.45 else scene.background())
            for label in seeder.strike(image, right):
                label_lines.add(label_line(label))
            for prediction in sorted(seen, key=lambda entry: -entry[2]):
                prediction_lines.add(prediction_line(number, prediction))
        gt.write("\n]}\n")
        preds.write("\n]\n")
    with open(os.path.join(out, "errors.json"), "w", encoding="utf-8") as errors:
        json.dump(seeder.errors, errors)
    return label_lines.count, prediction_lines.count, seeder.errors


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", help="folder for the three files")
    parser.add_argument("--images", type=int, default=70_000)
    parser.add_argument("--labels", type=int, default=1_290_000, help="about how many (%(default)s)")
    parser.add_argument("--predictions", type=int, default=3_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rates", type=Rates.parse, default=Rates(), metavar="A,B,C,D,E",
                        help="share of labels struck by " + ", ".join(KINDS) + " (0.01,0.015,0.01,0.008,0.002)")
    parser.add_argument("--skill", type=float, default=0.6, help="of the detector; more finds more (%(default)s)")
    arguments = parser.parse_args()
    labels, predictions, errors = generate(arguments.out, arguments.images, arguments.labels, arguments.predictions,
                                           arguments.seed, arguments.rates, arguments.skill)
    kinds = ", ".join(f"{sum(e['kind'] == kind for e in errors)} {kind}" for kind in KINDS)
    print(f"{arguments.out}: {arguments.images} images, {labels} labels, {predictions} predictions; errors: {kinds}")


if __name__ == "__main__":
    main()
