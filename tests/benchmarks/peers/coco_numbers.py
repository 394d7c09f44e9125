"""The twelve numbers of a COCO evaluation, the same way for pycocotools and for faster-coco-eval."""

NAMES = ("AP", "AP50", "AP75", "APs", "APm", "APl", "AR1", "AR10", "AR100", "ARs", "ARm", "ARl")


def evaluate(coco, evaluation, dataset, predictions, clock):
    """Fills the COCO object, evaluates boxes and returns the numbers by name."""
    for label in dataset["annotations"]:
        label.setdefault("iscrowd", 0)
        label.setdefault("area", label["bbox"][2] * label["bbox"][3])
    coco.dataset = dataset
    coco.createIndex()
    results = coco.loadRes(predictions)
    clock.lap("prepare")
    run = evaluation(coco, results)
    run.evaluate()
    run.accumulate()
    run.summarize()
    clock.lap("call")
    return {name: float(value) for name, value in zip(NAMES, run.stats)}
