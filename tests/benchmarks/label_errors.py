"""Puts known errors into the labels of one image: what the rankings are then measured against.

Kinds: swap (another class), missing (the label is taken away), shifted (a box at IoU 0.15 to 0.55 with the right one),
spurious (a label where nothing is), duplicate (a second label on the same object).
"""

import math

KINDS = ("swap", "missing", "shifted", "spurious", "duplicate")


class Rates:
    """Share of the right labels that each kind of error strikes."""

    def __init__(self, swap=0.010, missing=0.015, shifted=0.010, spurious=0.008, duplicate=0.002):
        self.swap = swap
        self.missing = missing
        self.shifted = shifted
        self.spurious = spurious
        self.duplicate = duplicate

    @staticmethod
    def parse(text):
        """Five shares in the order of KINDS, separated by commas."""
        shares = [float(part) for part in text.split(",")]
        if len(shares) != len(KINDS) or min(shares) < 0 or sum(shares) >= 1:
            raise ValueError("rates are five shares, together below 1: " + ",".join(KINDS))
        return Rates(*shares)


def iou(a, b):
    """Intersection over union of two boxes [x, y, width, height]."""
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


def clip(box, width, height):
    """The part of a box inside the picture, at least 2 pixels each way, in hundredths of a pixel."""
    x = min(max(box[0], 0.0), width - 2.0)
    y = min(max(box[1], 0.0), height - 2.0)
    right = min(max(box[0] + box[2], x + 2.0), float(width))
    bottom = min(max(box[1] + box[3], y + 2.0), float(height))
    return [round(x, 2), round(y, 2), round(right - x, 2), round(bottom - y, 2)]


def shifted(random, box, width, height):
    """The box moved and resized until its IoU with the right one lies between 0.15 and 0.55."""
    for _ in range(100):
        angle = random.uniform(0, 2 * math.pi)
        distance = random.uniform(0.2, 0.6)
        wide, high = box[2] * math.exp(random.gauss(0, 0.25)), box[3] * math.exp(random.gauss(0, 0.25))
        x = box[0] + box[2] / 2 + math.cos(angle) * distance * box[2] - wide / 2
        y = box[1] + box[3] / 2 + math.sin(angle) * distance * box[3] - high / 2
        candidate = clip([x, y, wide, high], width, height)
        if 0.15 < iou(box, candidate) < 0.55:
            return candidate
    return None


class Seeder:
    """Seeds errors image by image; the same random numbers give the same errors."""

    def __init__(self, random, rates, other_class, pool, next_id):
        self.random = random
        self.rates = rates
        self.other_class = other_class
        self.pool = pool
        self.next_id = next_id
        self.errors = []

    def strike(self, image, annotations):
        """The labels of an image with errors among them; the list of errors grows."""
        rates, result = self.rates, []
        for annotation in annotations:
            if annotation.get("iscrowd") or min(annotation["bbox"][2:]) <= 0:
                result.append(annotation)
                continue
            chance = self.random.random()
            if chance < rates.swap:
                result.append(self._swapped(annotation))
            elif chance < rates.swap + rates.missing:
                self._note("missing", annotation, None)
            elif chance < rates.swap + rates.missing + rates.shifted:
                result.append(self._shifted(annotation, image))
            else:
                result.append(annotation)
                if chance < rates.swap + rates.missing + rates.shifted + rates.duplicate:
                    result.append(self._duplicate(annotation, image))
            if self.random.random() < rates.spurious:
                result.append(self._spurious(annotation, image))
        return result

    def _note(self, kind, right, annotation):
        self.errors.append({"kind": kind, "image_id": right["image_id"], "annotation_id": annotation,
                            "true_category": right["category_id"], "true_bbox": right["bbox"]})

    def _swapped(self, annotation):
        category = self.other_class(annotation["category_id"])
        if category is None:
            return annotation
        self._note("swap", annotation, annotation["id"])
        return dict(annotation, category_id=category)

    def _shifted(self, annotation, image):
        box = shifted(self.random, annotation["bbox"], image["width"], image["height"])
        if box is None:
            return annotation
        self._note("shifted", annotation, annotation["id"])
        return self._new_box(annotation, annotation["id"], box)

    def _duplicate(self, annotation, image):
        x, y, width, height = annotation["bbox"]
        box = clip([x + self.random.gauss(0, 0.03) * width, y + self.random.gauss(0, 0.03) * height,
                    width * math.exp(self.random.gauss(0, 0.04)), height * math.exp(self.random.gauss(0, 0.04))],
                   image["width"], image["height"])
        copy = self._new_box(annotation, self.fresh_id(), box)
        self._note("duplicate", annotation, copy["id"])
        return copy

    def _spurious(self, annotation, image):
        category, box = self.pool(annotation)
        label = self._new_box(annotation, self.fresh_id(), clip(box, image["width"], image["height"]))
        label["category_id"] = category
        self.errors.append({"kind": "spurious", "image_id": image["id"], "annotation_id": label["id"]})
        return label

    def fresh_id(self):
        self.next_id += 1
        return self.next_id - 1

    @staticmethod
    def _new_box(annotation, identity, box):
        changed = dict(annotation, id=identity, bbox=box, area=round(box[2] * box[3], 2))
        changed.pop("segmentation", None)
        return changed
