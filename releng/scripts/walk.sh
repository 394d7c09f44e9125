#!/bin/sh
# Walks the command line over the sample: import, evaluate, look at a cell, send a label to annotation, fix it, evaluate again,
# history, undo, export.
# usage: walk.sh ERRATA SAMPLE_FOLDER
set -eu

errata=$1
sample=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dataset=$folder/bccd

show() {
    printf '\n$ ./errata'
    printf ' %s' "$@"
    printf '\n'
    "$errata" "$@"
}

echo "No display: walking the command line over the sample dataset, in $folder"
show import "$dataset" --labels "$sample/labels.json" --images "$sample/images" \
    --run model-a="$sample/model_a.json" --run model-b="$sample/model_b.json"
show evaluate "$dataset" --run model-a --confidence 0.5
show mismatches "$dataset" --run model-a --cell background,WBC --limit 5
show mismatches "$dataset" --run model-a --cell RBC,Platelets --limit 5
annotation=$("$errata" mismatches "$dataset" --run model-a --cell RBC,Platelets --limit 1 --output json |
    tr ',{}' '\n\n\n' | sed -n 's/.*"annotation" *: *\([0-9][0-9]*\).*/\1/p' | head -n 1)
show send "$dataset" --annotation "$annotation" --name "Is this a platelet?"
show tasks "$dataset"
show relabel "$dataset" --annotation "$annotation" --class Platelets --reason "looks like a platelet"
show evaluate "$dataset" --run model-a --confidence 0.5
show history "$dataset"
show undo "$dataset"
show export "$dataset" --format coco --to "$folder/fixed.json"
if cmp -s "$sample/labels.json" "$folder/fixed.json"; then
    echo "After the undo, the export is byte for byte the file that was imported."
else
    echo "The export differs from the import although nothing is changed any more" >&2
    exit 1
fi
cat <<END

This machine has no display. To get the window, run ./errata where DISPLAY is set: on a desktop, over ssh -X, or in a virtual one:
    Xvfb :7 & DISPLAY=:7 ./errata
END
