#!/usr/bin/env bash
# From data to models/reader in one command:
#   training/make.sh DATA [WORK]
# DATA holds corpus/ and bench/ (docs/bench.md); WORK, outside the repository, keeps what is made on the way, and what is there
# is gone on from. Needs the packages of requirements.txt and `npm ci`. About half an hour on one core that knows bfloat16.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:?usage: training/make.sh DATA [WORK]}
work=${2:-${TMPDIR:-/tmp}/herodotus-training}
encoder=$(cd training && python3 -c 'from reader import ENCODER; print(ENCODER)')
mkdir -p "$work"

python3 training/restore.py --bench "$data/bench" --out "$work/coded"
npx tsx training/prepare.ts "$data" "$work" "$encoder/tokenizer.json"
public=()
for set in polnear re3d muc4 gum fact_uds_ih2; do public+=("$work/prepared/$set.jsonl"); done
python3 training/train.py --coded "$work/prepared/coded.jsonl" --public "${public[@]}" --held "$work/prepared/held.jsonl" --out "$work"
python3 training/calibrate.py --weights "$work/reader.pt" --held "$work/prepared/held.jsonl" > "$work/calibrated.json"

# Thresholds are fitted to the record of the reports that are held out, by the program itself.
python3 training/export.py --weights "$work/reader.pt" --decisions "$work/calibrated.json" --out "$work/model"
cat "$data/corpus/reports.jsonl" "$work/coded/held/reports.jsonl" > "$work/held-reports.jsonl"
npx tsx tools/fit-decisions.ts "$work/model" "$work/held-reports.jsonl" "$data/corpus/codings/dev" "$work/coded/held/codings" > "$work/decisions.json"
python3 training/export.py --weights "$work/reader.pt" --decisions "$work/decisions.json" --check "$work/prepared/held.jsonl" --out models/reader
