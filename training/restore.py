"""Writes the codings of codings.jsonl with their texts, in the codebook's own form.

usage: restore.py --bench DIR --out DIR
DIR/train and DIR/held come out, each with reports.jsonl and codings/*.json, fit for check-coding.py and score-coding.py.
Says which texts are missing.
"""
import argparse, json, os, sys
from texts import texts

HERE = os.path.dirname(os.path.abspath(__file__))
# What a coding is used for: `tuned` ones mended the lexicon and are trained on, `trained` ones are trained on; `scored` ones
# neither, and `held` ones mended the lexicon but are not trained on.
PARTS = {'tuned': 'train', 'trained': 'train', 'scored': 'held', 'held': 'held'}

def whole(value, text):
    """Offsets become quotes ([start, end] under `quotes`, `trigger`, `means`) or words ({"at": [start, end]})."""
    if isinstance(value, dict):
        if set(value) == {'at'}: return text[value['at'][0]:value['at'][1]]
        return {k: [{'start': s, 'end': e, 'exact': text[s:e]} for s, e in v or []] if k in ('quotes', 'trigger', 'means') else whole(v, text)
                for k, v in value.items()}
    if isinstance(value, list): return [whole(v, text) for v in value]
    return value

def main():
    p = argparse.ArgumentParser(); p.add_argument('--bench', required=True); p.add_argument('--out', required=True); o = p.parse_args()
    found = texts(o.bench); missing = 0
    for part in PARTS.values(): os.makedirs(os.path.join(o.out, part, 'codings'), exist_ok=True)
    reports = {part: open(os.path.join(o.out, part, 'reports.jsonl'), 'w', encoding='utf-8') for part in set(PARTS.values())}
    for line in open(os.path.join(HERE, 'codings.jsonl'), encoding='utf-8'):
        coded = json.loads(line)
        if coded['sha256'] not in found:
            missing += 1; print(f"{coded['report']}: its text is not in {o.bench}", file=sys.stderr); continue
        text, part = found[coded['sha256']][2], PARTS[coded['use']]
        row = {'id': coded['report'], 'published': coded['published'], 'outlet': coded['outlet'], 'headline': whole(coded.get('headline'), text), 'text': text}
        reports[part].write(json.dumps(row, ensure_ascii=False) + '\n')
        coding = {'report': coded['report'], 'coder': 'c', 'events': whole(coded['events'], text)}
        with open(os.path.join(o.out, part, 'codings', f"{coded['report']}.json"), 'w', encoding='utf-8') as out:
            json.dump(coding, out, ensure_ascii=False, indent=1)
    for file in reports.values(): file.close()
    return 1 if missing else 0

if __name__ == '__main__':
    sys.exit(main())
