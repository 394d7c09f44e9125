package dev.errata.cli;

/** What intersection over union is taken of, by COCO's names. */
enum IouType {
    bbox, segm
}
