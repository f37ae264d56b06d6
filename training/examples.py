"""What the model learns from: windows of a text with what is known of their words.

prepare.ts writes one text a line: its words as pieces, the sentence of each, what the lexicon says of it, and the labels of
its set. A set labels some tasks and not others; what it does not label is None here, and costs nothing.
"""
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from reader import FEATURES, KINDS, LAYERS, RELATION, RELATIONS, SENTENCES, STATUSES, STEPS, WINDOW

OWN = ['actor', 'place', 'time', 'means', 'harm', 'holder', 'cue']  # the layers of a coded report
CLS, SEP = 101, 102
UNLABELLED = -100

Span = tuple[int, int]  # first and last word


@dataclass(frozen=True)
class Towards:
    """What the words of a window are to its triggers; tables are (triggers, words) and, of relations, (…, relations)."""
    triggers: list[Span]
    gold: Tensor
    asked: Tensor      # where the gold knows the answer
    sentences: Tensor
    distances: Tensor
    lexical: Tensor | None


@dataclass(frozen=True)
class Window:
    coded: bool        # by the codebook, or by a public set
    ids: Tensor
    starts: Tensor     # the first piece of each word
    features: Tensor   # (pieces, features)
    kind: Tensor | None = None
    status: Tensor | None = None
    layers: tuple[int, ...] = ()
    spans: Tensor | None = None  # (words, layers): 0 outside, 1 first, 2 inside
    facts: tuple[tuple[int, float], ...] = ()
    towards: Towards | None = None
    chains: tuple[tuple[int, int, int], ...] = ()  # first, last, chain


def read(paths: Iterable[str | Path]) -> Iterator[dict]:
    for path in paths:
        with open(path, encoding='utf-8') as lines:
            yield from map(json.loads, lines)


def windows_of(texts: Iterable[dict]) -> list[Window]:
    return [window for text in texts for window in (coded(text) if 'events' in text else labelled(text))]


def coded(text: dict) -> Iterator[Window]:
    gold = Gold(text)
    layers = tuple(map(LAYERS.index, OWN))
    for start, end in cut([len(pieces) for pieces in text['pieces']]):
        yield Window(coded=True, **pieces_of(text, start, end), kind=torch.tensor(gold.kind[start:end]),
                     status=torch.tensor(gold.status[start:end]), layers=layers, spans=rows(gold.tags, start, end),
                     towards=towards(text, gold, start, end))


def labelled(text: dict) -> Iterator[Window]:
    """Windows of a text of a public set. Layers that the set labels are there though the text may have no span of them."""
    count = len(text['pieces'])
    spans = {layer: list(map(tuple, found)) for layer, found in text.get('spans', {}).items()}
    # What is said may hold what others say: its pieces nest, and only in and out can be told.
    tags = [(inside if layer == 'pcontent' else innermost)(found, count) for layer, found in spans.items()]
    for start, end in cut([len(pieces) for pieces in text['pieces']]):
        chains = sorted((first - start, last - start, chain) for chain, mentions in enumerate(text.get('chains', []))
                        for first, last in mentions if start <= first and last < end)
        yield Window(coded=False, **pieces_of(text, start, end), layers=tuple(map(LAYERS.index, spans)),
                     spans=rows(tags, start, end) if tags else None,
                     facts=tuple((word - start, value) for word, value in text.get('predicates', []) if start <= word < end),
                     chains=tuple(chains) if len(chains) > 1 else ())


def cut(lengths: list[int]) -> Iterator[Span]:
    """Windows of whole words that overlap, from a word up to another. The same cut as src/reader/trained/windows.ts makes."""
    start = 0
    while start < len(lengths):
        end, pieces = start, 0
        while end < len(lengths) and pieces + lengths[end] <= WINDOW['size']:
            pieces += lengths[end]
            end += 1
        yield start, end
        if end >= len(lengths): return
        back, pieces = end, 0
        while back > start + 1 and pieces < WINDOW['overlap']:
            back -= 1
            pieces += lengths[back]
        start = back


def pieces_of(text: dict, start: int, end: int) -> dict[str, Tensor]:
    ids, starts, marks = [CLS], [], [[]]
    for word in range(start, end):
        starts.append(len(ids))
        ids += text['pieces'][word]
        marks += [text['features'][word]] * len(text['pieces'][word])
    features = torch.zeros(len(ids) + 1, len(FEATURES), dtype=torch.bool)
    for piece, columns in enumerate(marks): features[piece, columns] = True
    return {'ids': torch.tensor(ids + [SEP]), 'starts': torch.tensor(starts), 'features': features}


def rows(tags: list[list[int]], start: int, end: int) -> Tensor:
    return torch.tensor([[layer[word] for layer in tags] for word in range(start, end)])


def innermost(spans: Iterable[Span], count: int) -> list[int]:
    """Tags of spans by first word and inside; of spans that overlap the shortest stands."""
    tags = [0] * count
    for first, last in sorted(spans, key=lambda span: span[1] - span[0]):
        if any(tags[first:last + 1]): continue
        tags[first:last + 1] = [1] + [2] * (last - first)
    return tags


def inside(spans: Iterable[Span], count: int) -> list[int]:
    tags = [0] * count
    for first, last in spans: tags[first:last + 1] = [2] * (last + 1 - first)
    return tags


class Gold:
    """A coding in words: what each word is, which events a trigger tells, and what words are to an event."""

    def __init__(self, text: dict) -> None:
        count = len(text['pieces'])
        self.kind, self.status = [0] * count, [UNLABELLED] * count
        self.triggers: dict[Span, set[int]] = {}
        self.facts: list[tuple[int, int, int, str]] = []  # event, first, last, relation
        self.spans: dict[str, dict[Span, None]] = {layer: {} for layer in OWN}
        for i, event in enumerate(text['events']): self.add(i, event)
        self.tags = [innermost(self.spans[layer], count) for layer in OWN]

    def add(self, event: int, coded: dict) -> None:
        for first, last in map(tuple, coded['triggers']):
            self.triggers.setdefault((first, last), set()).add(event)
            for word in range(first, last + 1):
                self.kind[word], self.status[word] = KINDS.index(coded['kind']) + 1, STATUSES.index(coded['status'])
        for role in ('initiator', 'target'):
            for first, last, certainty in coded[role]:
                self.put(event, 'actor', (first, last), role, f'certainty:{certainty}')
        for role in ('place', 'time', 'means'):
            for span in map(tuple, coded[role]): self.put(event, role, span, role)
        for first, last, what in coded['harm']: self.put(event, 'harm', (first, last), f'harm:{what}')
        for said in coded['said']: self.add_voice(event, said)

    def add_voice(self, event: int, said: dict) -> None:
        """A holder is looked for in the quote; where it is not named there, it is what the cue leaves of the quote."""
        quote, cue = tuple(said['quote']), tuple(said['cue']) if said['cue'] else None
        if said['named']:
            holder = tuple(said['holder']) if said['holder'] else beside(quote, cue)
            if holder: self.spans['holder'].setdefault(holder)
            if cue: self.spans['cue'].setdefault(cue)
            for span in [quote] if quote[1] - quote[0] < 9 else [part for part in (holder, cue) if part]:
                self.tie(event, span, f"about:{said['about']}", f"stance:{said['stance']}")
        elif cue: self.put(event, 'cue', cue, 'hedge')

    def put(self, event: int, layer: str, span: Span, *relations: str) -> None:
        self.spans[layer].setdefault(span)
        self.tie(event, span, *relations)

    def tie(self, event: int, span: Span, *relations: str) -> None:
        """What is usual (a certainty that is stated, a holder who says so) is no relation."""
        self.facts += [(event, *span, name) for name in relations if name in RELATION]


def beside(quote: Span, cue: Span | None) -> Span | None:
    """Where the holder stands in a quote that does not have the holder's full name: before the cue, or after it."""
    first, last = quote
    if not cue: return quote if last - first < 8 else None
    if cue[0] > first: return (first, cue[0] - 1) if cue[0] - first < 10 else (cue[0] - 1, cue[0] - 1)
    if cue[1] < last: return cue[1] + 1, min(last, cue[1] + 6)
    return None


def group(prefix: str) -> list[int]:
    return [i for i, name in enumerate(RELATIONS) if name.startswith(prefix)]


STANCES, ABOUT, CERTAINTIES = group('stance:'), group('about:'), group('certainty:')
ACTORS, SAME = [RELATION['initiator'], RELATION['target']], RELATION['same']


def towards(text: dict, coding: Gold, start: int, end: int) -> Towards | None:
    triggers = [span for span in coding.triggers if start <= span[0] and span[1] < end]
    if not triggers: return None
    here = [slice(first - start, last + 1 - start) for first, last in triggers]
    gold = torch.zeros(len(triggers), end - start, len(RELATIONS), dtype=torch.bool)
    told = torch.zeros(end - start, dtype=torch.bool)
    for words in here: told[words] = True
    asked = torch.ones_like(gold)
    asked[:, :, RELATION['coref']] = False  # is between mentions, not towards triggers
    asked[:, :, SAME] = told
    lexical: set[tuple[int, int, int]] = set()
    for i, trigger in enumerate(triggers):
        events = coding.triggers[trigger]
        for event, first, last, relation in coding.facts:
            if event in events: gold[i, max(0, first - start):max(0, last + 1 - start), RELATION[relation]] = True
        asked[i, here[i], SAME] = False
        for j, other in enumerate(triggers):
            if i != j and events & coding.triggers[other]: gold[i, here[j], SAME] = True
        for first, last, relation in text['lexical'][f'{trigger[0]} {trigger[1]}']:
            lexical.update((i, word - start, relation) for word in range(max(start, first), min(end, last + 1)))
    # How somebody stands to what is said, and how sure an actor is, is asked of voices and actors alone.
    asked[:, :, STANCES] &= gold[:, :, ABOUT].any(-1, keepdim=True)
    asked[:, :, CERTAINTIES] &= gold[:, :, ACTORS].any(-1, keepdim=True)
    words, sentence = torch.arange(start, end), torch.tensor(text['sentences'])
    apart = torch.stack([sentence[start:end] - sentence[first] for first, _ in triggers])
    return Towards(triggers=[(first - start, last - start) for first, last in triggers], gold=gold, asked=asked,
                   sentences=apart.clamp(-SENTENCES, SENTENCES) + SENTENCES,
                   distances=torch.stack([distances(words, trigger) for trigger in triggers]),
                   lexical=torch.tensor(sorted(lexical)) if lexical else None)


def distances(words: Tensor, trigger: Span) -> Tensor:
    """Buckets of the distance in words from a trigger: 0 within it, then after it, then before it."""
    edges = torch.tensor(STEPS)
    after, before = words - trigger[1], trigger[0] - words
    behind = len(STEPS) + torch.bucketize(before, edges, right=True)
    return torch.where(after > 0, torch.bucketize(after, edges, right=True), torch.where(before > 0, behind, 0))
