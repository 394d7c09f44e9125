package dev.errata.cli.options;

/** What intersection over union is taken of, by COCO's names. */
public enum IouType {
    bbox, segm
}
