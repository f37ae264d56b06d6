"""Trains the reader: train.py --coded FILE... --public FILE... --held FILE... --out DIR

Files are prepare.ts's. DIR/checkpoint.pt is written after each epoch and gone on from; DIR/reader.pt is the trained model.
What is held is never learned from; it is scored as training goes, and chooses nothing.
"""
import argparse
import math
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from examples import UNLABELLED, Window, read, windows_of
from reader import COREFERENCE, RANK, RELATION, Reader, split

EPOCHS = 8
BATCH = 4            # windows of coded reports in a step
PUBLIC = 1           # windows of public sets beside them
RATE, HEADS = 2e-4, 4  # of the encoder; how many times that the heads learn at
WARM, LEAST = .06, .02  # the part of the steps in which the rate rises; the part of it that is left at the end
BLIND = .35          # of the windows are read without the lexicon, lest the reader lean on it
EVERY = 4            # steps between updates of the mean

Scores = tuple[Tensor, Tensor, Tensor, bool]  # tags, left, right by word; whether the lexicon was hidden


def forward(model: Reader, batch: list[Window], blind: float = 0.0) -> list[Scores]:
    longest = max(len(window.ids) for window in batch)
    def pad(row: Tensor) -> Tensor: return F.pad(row, (0, 0) * (row.dim() - 1) + (0, longest - len(row)))
    hidden = [random.random() < blind for _ in batch]
    features = [torch.zeros_like(w.features) if off else w.features for w, off in zip(batch, hidden)]
    found = model(torch.stack([pad(w.ids) for w in batch]), torch.stack([pad(torch.ones_like(w.ids)) for w in batch]),
                  torch.stack([pad(rows).float() for rows in features]))
    return [(*(scores[i, w.starts] for scores in found), off) for i, (w, off) in enumerate(zip(batch, hidden))]


def loss_of(model: Reader, window: Window, scores: Scores) -> Tensor | float:
    """The sum over the tasks that the window is labelled for."""
    tags, left, right, hidden = scores
    kind, status, fact, spans = split(tags.float())
    loss = 0.0
    if window.kind is not None:
        loss = loss + 3 * F.cross_entropy(kind, window.kind)
        if (window.status != UNLABELLED).any():
            loss = loss + .5 * F.cross_entropy(status, window.status, ignore_index=UNLABELLED)
    if window.spans is not None:
        each = F.cross_entropy(spans[:, window.layers].permute(0, 2, 1), window.spans, reduction='none')
        loss = loss + each.mean() * min(7, len(window.layers))
    if window.facts:
        words, values = zip(*window.facts)
        loss = loss + .5 * F.smooth_l1_loss(fact[list(words)], torch.tensor(values))
    if window.towards:
        each = F.binary_cross_entropy_with_logits(towards(model, window, left, right, hidden), window.towards.gold.float(),
                                                  reduction='none')
        loss = loss + (each * window.towards.asked).sum() / len(window.towards.triggers) / 8
    if window.chains: loss = loss + 2 * coreference_loss(window.chains, left, right)
    return loss


def towards(model: Reader, window: Window, left: Tensor, right: Tensor, hidden: bool) -> Tensor:
    asked = window.towards
    return model.towards(left, right, asked.triggers, asked.sentences, asked.distances, None if hidden else asked.lexical)


def coreference_loss(chains: tuple[tuple[int, int, int], ...], left: Tensor, right: Tensor) -> Tensor:
    of = slice(RELATION['coref'] * RANK, (RELATION['coref'] + 1) * RANK)
    a, b = (torch.stack([side[first:last + 1, of].mean(0) for first, last, _ in chains]) for side in (left, right))
    scores = (a @ b.T).float() / math.sqrt(RANK) + COREFERENCE
    chain = torch.tensor([number for _, _, number in chains])
    others = 1 - torch.eye(len(chains))
    each = F.binary_cross_entropy_with_logits(scores, (chain[:, None] == chain).float(), reduction='none')
    return (each * others).sum() / others.sum()


SHOWN = ['initiator', 'target', 'place', 'time', 'means', 'harm:killed', 'about:event', 'about:harm', 'hedge', 'same']


@torch.no_grad()
def evaluate(model: Reader, windows: list[Window], blind: bool = False) -> dict[str, float]:
    """F1 by word at fixed thresholds: to see how training goes, not what a record is worth."""
    model.eval()
    counts: dict[str, list[int]] = {}
    def count(name: str, found: Tensor, gold: Tensor, right: Tensor) -> None:
        tally = counts.setdefault(name, [0, 0])
        tally[0] += int(right.sum())
        tally[1] += int(found.sum() + gold.sum())
    for window in windows:
        tags, left, right, hidden = forward(model, [window], 1.0 if blind else 0.0)[0]
        kind, status, _, _ = split(tags)
        likely, gold = kind.softmax(-1), window.kind
        found = likely[:, 0] < .6
        count('trigger', found, gold > 0, found & (gold > 0))
        count('kind', found, gold > 0, found & (likely[:, 1:].argmax(-1) + 1 == gold))
        known = window.status != UNLABELLED
        count('status', known, known, known & (status.argmax(-1) == window.status))
        if not window.towards: continue
        hits = (towards(model, window, left, right, hidden) > -.4) & window.towards.asked
        true = window.towards.gold & window.towards.asked
        for name in SHOWN:
            of = RELATION[name]
            count(f'>{name}', hits[:, :, of], true[:, :, of], hits[:, :, of] & true[:, :, of])
    model.train()
    return {name: round(200 * right / max(1, both), 1) for name, (right, both) in counts.items()}


class Pool:
    """Windows of one public set, each once before any comes again."""

    def __init__(self, windows: list[Window]) -> None:
        self.windows, self.left = windows, []

    def take(self) -> Window:
        if not self.left: self.left = random.sample(range(len(self.windows)), len(self.windows))
        return self.windows[self.left.pop()]


class Training:
    def __init__(self, coded: list[Window], public: list[list[Window]], epochs: int = EPOCHS) -> None:
        self.epochs = epochs
        self.coded, self.pools = coded, [Pool(windows) for windows in public]
        self.model = Reader()
        # Words that no report trained on holds are to keep their place beside those that one does.
        self.model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        encoder = [p for name, p in self.model.named_parameters() if name.startswith('encoder') and p.requires_grad]
        heads = [p for name, p in self.model.named_parameters() if not name.startswith('encoder')]
        self.optimizer = torch.optim.AdamW([{'params': encoder, 'lr': RATE}, {'params': heads, 'lr': RATE * HEADS}],
                                           weight_decay=.01, fused=True)
        self.steps = epochs * math.ceil(len(coded) / BATCH)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self.rate)
        self.mean = {name: values.detach().clone() for name, values in self.model.state_dict().items()}
        self.step = self.epoch = 0

    def rate(self, step: int) -> float:
        return min(1, (step + 1) / (WARM * self.steps)) * max(LEAST, .5 * (1 + math.cos(math.pi * step / self.steps)))

    def batches(self) -> Iterator[list[Window]]:
        todo = list(self.coded)
        random.shuffle(todo)
        for i in range(0, len(todo), BATCH):
            yield todo[i:i + BATCH] + [random.choice(self.pools).take() for _ in range(PUBLIC if self.pools else 0)]

    def run_epoch(self) -> float:
        self.model.train()
        total, batches = 0.0, 0
        for batch in self.batches():
            self.optimizer.zero_grad()
            losses = [loss_of(self.model, w, scores) * (1 if w.coded else .5)
                      for w, scores in zip(batch, forward(self.model, batch, BLIND))]
            loss = sum(losses) / BATCH
            loss.backward()
            nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            self.step += 1
            if self.step % EVERY == 0: self.update_mean()
            total, batches = total + loss.item(), batches + 1
        self.epoch += 1
        return total / batches

    @torch.no_grad()
    def update_mean(self) -> None:
        """The model that is kept is the mean of the last few hundred steps'."""
        keep = min(.998, (1 + self.step) / (10 + self.step)) ** EVERY
        for name, values in self.model.state_dict().items():
            if values.is_floating_point(): self.mean[name].mul_(keep).add_(values, alpha=1 - keep)

    def evaluate(self, windows: list[Window]) -> str:
        now = {name: values.clone() for name, values in self.model.state_dict().items()}
        self.model.load_state_dict(self.mean)
        said = f'{evaluate(self.model, windows)}\n   without the lexicon {evaluate(self.model, windows, blind=True)}'
        self.model.load_state_dict(now)
        return said

    def save(self, path: Path) -> None:
        state = {'model': self.model.state_dict(), 'mean': self.mean, 'optimizer': self.optimizer.state_dict(),
                 'schedule': self.schedule.state_dict(), 'step': self.step, 'epoch': self.epoch,
                 'pools': [pool.left for pool in self.pools], 'random': random.getstate(), 'torch': torch.get_rng_state()}
        write(state, path)

    def load(self, path: Path) -> None:
        state = torch.load(path, weights_only=False)
        self.model.load_state_dict(state['model'])
        self.optimizer.load_state_dict(state['optimizer'])
        self.schedule.load_state_dict(state['schedule'])
        self.mean, self.step, self.epoch = state['mean'], state['step'], state['epoch']
        for pool, left in zip(self.pools, state['pools']): pool.left = left
        random.setstate(state['random'])
        torch.set_rng_state(state['torch'])


def write(state: dict, path: Path) -> None:
    """Whole or not at all, as training may be cut off."""
    part = path.with_suffix('.part')
    torch.save(state, part)
    os.replace(part, path)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('coded', 'public', 'held'): p.add_argument(f'--{name}', nargs='+', default=[])
    p.add_argument('--out', type=Path, required=True)
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--epochs', type=int, default=EPOCHS)
    o = p.parse_args()
    torch.set_num_threads(1)  # the same sums in the same order
    random.seed(o.seed)
    torch.manual_seed(o.seed)
    o.out.mkdir(parents=True, exist_ok=True)
    held, checkpoint = windows_of(read(o.held)), o.out / 'checkpoint.pt'
    training = Training(windows_of(read(o.coded)), [windows_of(read([path])) for path in o.public], o.epochs)
    if checkpoint.exists(): training.load(checkpoint)
    print(f'{len(training.coded)} windows, {training.steps} steps, {training.epoch} epochs done', flush=True)
    while training.epoch < o.epochs:
        since = time.monotonic()
        loss = training.run_epoch()
        took = time.monotonic() - since
        training.save(checkpoint)
        look = held and (training.epoch % 2 == 0 or training.epoch == o.epochs)
        print(f'epoch {training.epoch} loss {loss:.3f} {took:.0f}s {training.evaluate(held) if look else ""}', flush=True)
    write(training.mean, o.out / 'reader.pt')


if __name__ == '__main__':
    main()
