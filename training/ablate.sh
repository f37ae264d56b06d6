#!/usr/bin/env bash
# What each public set is worth: the model trained for two epochs with all of them, and without each by itself.
#   training/ablate.sh WORK
# WORK is make.sh's, with what it has prepared; WORK/ablations/NAME.log ends with the scores (README.md tells of them). What is
# done there is not done again. About ten minutes each on one core that knows bfloat16.
set -euo pipefail
cd "$(dirname "$0")/.."
work=${1:?usage: training/ablate.sh WORK}
sets=(polnear re3d muc4 gum fact_uds_ih2)
for without in nothing "${sets[@]}"; do
  out=$work/ablations/$without
  [ -f "$out/reader.pt" ] && continue
  mkdir -p "$out"
  public=()
  for set in "${sets[@]}"; do [ "$set" = "$without" ] || public+=("$work/prepared/$set.jsonl"); done
  python3 training/train.py --epochs 2 --coded "$work/prepared/coded.jsonl" --public "${public[@]}" --held "$work/prepared/held.jsonl" \
    --out "$out" > "$work/ablations/$without.log"
done
