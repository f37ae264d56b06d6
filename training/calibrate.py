"""Fits how sure the reader may be of each decision: calibrate.py --weights reader.pt --held FILE... > decisions.json

On reports that it was not trained on, a temperature and a bias for triggers and for each group of relations, by maximum
likelihood (Platt 1999; Guo et al. 2017): probability = sigmoid or softmax of (score + bias) / temperature. Thresholds are all
0.4 here; tools/fit-decisions.ts fits them to the record. Standard error tells what it is worth.
"""
import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from examples import read, windows_of
from reader import RELATIONS, Reader, split
from train import forward, towards

Loss = Callable[[Tensor, Tensor], Tensor]  # of temperature and bias


def fitted(loss: Loss) -> dict[str, float]:
    at = torch.zeros(2, requires_grad=True)  # the logarithm of the temperature, and the bias
    optimizer = torch.optim.LBFGS([at], max_iter=60)

    def step() -> Tensor:
        optimizer.zero_grad()
        found = loss(at[0].exp(), at[1])
        found.backward()
        return found
    optimizer.step(step)
    return {'threshold': .4, 'temperature': round(at[0].exp().item(), 3), 'bias': round(at[1].item(), 3)}


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--weights', type=Path, required=True)
    p.add_argument('--held', nargs='+', required=True)
    o = p.parse_args()
    torch.set_num_threads(1)
    model = Reader()
    model.load_state_dict(torch.load(o.weights))
    model.eval()
    kinds, tells, pairs = [], [], {}
    with torch.no_grad():
        for window in windows_of(read(o.held)):
            tags, left, right, hidden = forward(model, [window])[0]
            kinds.append(split(tags)[0])
            tells.append(window.kind > 0)
            if not window.towards: continue
            scores = towards(model, window, left, right, hidden)
            for i, name in enumerate(RELATIONS):
                asked = window.towards.asked[:, :, i]
                pairs.setdefault(name.split(':')[0], []).append((scores[:, :, i][asked], window.towards.gold[:, :, i][asked].float()))
    kinds, tells = torch.cat(kinds), torch.cat(tells).float()

    def telling(temperature: Tensor, bias: Tensor) -> Tensor:
        of = torch.cat([kinds[:, :1], kinds[:, 1:] + bias], 1) / temperature
        return F.binary_cross_entropy((1 - of.softmax(-1)[:, 0]).clamp(1e-6, 1 - 1e-6), tells)

    def being(group: str) -> Loss:
        scores, gold = (torch.cat(parts) for parts in zip(*pairs[group]))
        return lambda temperature, bias: F.binary_cross_entropy_with_logits((scores + bias) / temperature, gold)
    plain = {'temperature': 1.0, 'bias': 0.0}
    decisions = {}
    for name, loss in [('trigger', telling)] + [(group, being(group)) for group in pairs if group != 'coref']:
        decisions[name] = fitted(loss)
        before, after = (loss(*(torch.tensor(d[key]) for key in plain)).item() for d in (plain, decisions[name]))
        print(f'{name}: {decisions[name]}, loss {before:.4f} before, {after:.4f} after', file=sys.stderr)
    # No coded report has chains of actors or the tags of the public sets: their scores are taken as they are.
    decisions |= {'coref': {'threshold': .5} | plain, 'tag': {'threshold': .4} | plain}
    json.dump(decisions, sys.stdout, indent=1)


if __name__ == '__main__':
    main()
