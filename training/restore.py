"""Writes the codings of training/codings/ with their texts, in the codebook's own form.

usage: restore.py --bench DIR --out DIR
DIR/reports.jsonl and DIR/codings/*.json come out, fit for check-coding.py and score-coding.py. Says which texts are missing.
"""
import argparse, json, os, sys
from texts import texts

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = ('name', 'vague', 'of', 'holder', 'via', 'cue')

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
    os.makedirs(os.path.join(o.out, 'codings'), exist_ok=True)
    with open(os.path.join(o.out, 'reports.jsonl'), 'w', encoding='utf-8') as reports:
        for line in open(os.path.join(HERE, 'codings.jsonl'), encoding='utf-8'):
            coded = json.loads(line)
            if coded['sha256'] not in found:
                missing += 1; print(f"{coded['report']}: its text is not in {o.bench}", file=sys.stderr); continue
            text = found[coded['sha256']][2]
            row = {k: coded[k] for k in ('published', 'outlet')}
            reports.write(json.dumps({'id': coded['report'], **row, 'headline': None, 'text': text}, ensure_ascii=False) + '\n')
            coding = {'report': coded['report'], 'coder': 'c', 'events': whole(coded['events'], text)}
            json.dump(coding, open(os.path.join(o.out, 'codings', f"{coded['report']}.json"), 'w', encoding='utf-8'), ensure_ascii=False, indent=1)
    return 1 if missing else 0

if __name__ == '__main__':
    sys.exit(main())
