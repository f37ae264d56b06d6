"""The texts that training/codings/ codes, made from the public sets that hold them. No text is in this repository.

Each text is made the same way every time, and is checked by its SHA-256: a coding is of one text and no other.
"""
import hashlib, json, os, re

def joined(text):
    """m2e2_text holds its texts as words joined by blanks; this sets the marks back where they stood."""
    text = re.sub(r'\(\s+', '(', text)
    text = re.sub(r'\s+([,.;:!?%)\]])', r'\1', text)
    text = re.sub(r"\s+('s|'re|'ve|n't|'ll|'d|’s)\b", r'\1', text)
    text = re.sub(r"\b(do|does|did|is|are|was|were|ca|wo|could|would|should|have|has|had) n't", r"\1n't", text)
    first, *parts = text.split('"')
    out, inside = first, False
    for part in parts:
        if not inside: out = out + '"' + part.lstrip()
        else: out = out.rstrip() + '"' + (part if part[:1] in ' ,.;:\n' else ' ' + part if part[:1].isalnum() else part)
        inside = not inside
    out = re.sub(r'(\d) - (\d)', r'\1-\2', out)
    out = re.sub(r'\$ (\d)', r'$\1', out)
    return re.sub(r'(\w) - (\w)', r'\1-\2', out)

def rows(bench, name):
    for file in ('train', 'dev', 'test'):
        path = os.path.join(bench, name, f'{file}.jsonl')
        if os.path.exists(path):
            with open(path, encoding='utf-8') as lines: yield from map(json.loads, lines)

def candidates(bench):
    """Every text of the sets, in the forms that were coded: whole, or cut where a coder was not to read on."""
    for r in rows(bench, 'm2e2_text'):
        text = joined(r['text'])
        if len(text) > 4300:
            cut = text.rfind('\n', 2500, 4300)
            text = text[:cut if cut > 0 else 4000]
        yield 'm2e2_text', r['id'], text
    for r in rows(bench, 're3d'): yield 're3d', r['id'], r['text'][:4300]
    for r in rows(bench, 'muc4'): yield 'muc4', r['id'], r['text'][:3800]
    for r in rows(bench, 'rams'): yield 'rams', r['id'], joined(r['text'])
    for name in ('wikievents', 'geo_trnews', 'g5w1h'):
        for r in rows(bench, name): yield name, str(r['id']), r['text'][:4300]
    for r in rows(bench, 'indiapolice'): yield 'indiapolice', str(r['id']), r['text']

def digest(text): return hashlib.sha256(text.encode('utf-8')).hexdigest()

def texts(bench):
    return {digest(text): (name, id, text) for name, id, text in candidates(bench)}
