#!/usr/bin/env python3
"""Prints what a COCO pair holds: size.py GT.json PREDS.json"""

import json
import os
import sys


def main():
    labels, predictions = sys.argv[1:]
    with open(labels, "rb") as file:
        dataset = json.loads(file.read())
    with open(predictions, "rb") as file:
        found = json.loads(file.read())
    megabytes = (os.path.getsize(labels) + os.path.getsize(predictions)) / 1e6
    print(f"{len(dataset['images']):,} images, {len(dataset['annotations']):,} labels, {len(found):,} predictions, "
          f"{megabytes:,.0f} MB")


if __name__ == "__main__":
    main()
