"""Makes test/models/tiny: a model of a few words and no training, of the form that export.py writes, for the tests.

    python3 training/tiny.py

Its scores can be reckoned by hand: a word's kind and layer follow from the word and the features; its factuality is where
it stands in its window, and so is its score to be `same`, so that a test sees in which window a word was read.
"""
import hashlib, json, os
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

KINDS, STATUSES, LAYERS = ['shelling', 'air-strike'], ['asserted', 'attributed'], ['actor', 'place', 'cue']
ROLES, HARM = ['initiator', 'target', 'place', 'time', 'means'], ['killed', 'injured', 'harmed', 'missing', 'captured', 'displaced']
GROUPS = {'harm': HARM, 'about': ['event', 'initiator', 'target', 'harm', 'when', 'where', 'means'],
          'stance': ['denies', 'claims', 'doubts'], 'certainty': ['suspected', 'claimed', 'denied']}
RELATIONS = ROLES + [f'{group}:{name}' for group, names in GROUPS.items() for name in names] + ['hedge', 'same', 'coref']
LEXICAL = [name for name in RELATIONS if name.split(':')[0] not in ('stance', 'certainty', 'coref')]
DECISIONS = ['trigger', *ROLES, *GROUPS, 'hedge', 'same', 'coref', 'tag']
FEATURES = ['kind:shelling', 'kind:air-strike', 'status:asserted', 'status:attributed', 'mention:actor', 'mention:place', 'holder', 'cue']
WORDS = ['the', 'army', 'rebels', 'shelled', 'bombed', 'velat', 'orin', 'and', 'again', ',', '.', '##s', 'town', 'near', 'said', 's']
RANK, WINDOW = 2, {'size': 12, 'overlap': 4, 'longest': 4}
OUT = os.path.join(os.path.dirname(__file__), '..', 'test', 'models', 'tiny')

vocabulary = {'[UNK]': 100, '[CLS]': 101, '[SEP]': 102, **{word: 103 + i for i, word in enumerate(WORDS)}}
tags = 1 + len(KINDS) + len(STATUSES) + 1 + 3 * len(LAYERS)
factuality, layers = 1 + len(KINDS) + len(STATUSES), 2 + len(KINDS) + len(STATUSES)
size, pair = 103 + len(WORDS), RANK * len(RELATIONS)

by_word, by_feature = np.zeros((size, tags), np.float32), np.zeros((len(FEATURES), tags), np.float32)
by_word[:, 0] = 2
for i, word in enumerate(['shelled', 'bombed']): by_word[vocabulary[word], 1 + i] = 5
for word, layer in (('army', 0), ('rebels', 0), ('velat', 1), ('orin', 1)): by_word[vocabulary[word], layers + 3 * layer + 1] = 3
by_feature[FEATURES.index('kind:shelling'), 1] = 1
by_feature[FEATURES.index('status:attributed'), 1 + len(KINDS) + 1] = 2
# Pairs: whether a word tells an event; whether it is an actor, a place, and where it stands.
left, right = np.zeros((size, 1), np.float32), np.zeros((size, 2), np.float32)
for word in ('shelled', 'bombed'): left[vocabulary[word]] = 1
for word, column in (('army', 0), ('rebels', 0), ('velat', 1), ('orin', 1)): right[vocabulary[word], column] = 4
at = {name: RANK * RELATIONS.index(name) for name in ('initiator', 'place', 'same')}
to_left, to_right = np.ones((1, pair), np.float32), np.zeros((2, pair), np.float32)
to_right[0, at['initiator']], to_right[1, at['place']] = 1, 1
at_tags, at_right = np.zeros((1, tags), np.float32), np.zeros((1, pair), np.float32)
at_tags[0, factuality], at_right[0, at['same']] = 1, 1

tables = {'by_word': by_word, 'by_feature': by_feature, 'left_by_word': left, 'right_by_word': right, 'to_left': to_left, 'to_right': to_right, 'at_tags': at_tags, 'at_right': at_right,
          'axis': np.array(1, np.int64), 'last': np.array([2], np.int64)}
nodes = [helper.make_node('Cast', ['attention_mask'], ['ones'], to=TensorProto.FLOAT), helper.make_node('CumSum', ['ones', 'axis'], ['count']),
         helper.make_node('Unsqueeze', ['count', 'last'], ['place']),
         helper.make_node('Gather', ['by_word', 'input_ids'], ['word_tags']), helper.make_node('MatMul', ['feats', 'by_feature'], ['feature_tags']),
         helper.make_node('MatMul', ['place', 'at_tags'], ['place_tags']), helper.make_node('Add', ['word_tags', 'feature_tags'], ['both']),
         helper.make_node('Add', ['both', 'place_tags'], ['tags']), helper.make_node('Gather', ['left_by_word', 'input_ids'], ['event']),
         helper.make_node('MatMul', ['event', 'to_left'], ['left']), helper.make_node('Gather', ['right_by_word', 'input_ids'], ['actor_place']),
         helper.make_node('MatMul', ['actor_place', 'to_right'], ['word_right']), helper.make_node('MatMul', ['place', 'at_right'], ['place_right']),
         helper.make_node('Add', ['word_right', 'place_right'], ['right'])]
value = lambda name, kind, *rest: helper.make_tensor_value_info(name, kind, [1, 'pieces', *rest])
graph = helper.make_graph(nodes, 'tiny', [value('input_ids', TensorProto.INT64), value('attention_mask', TensorProto.INT64), value('feats', TensorProto.FLOAT, len(FEATURES))],
                          [value('tags', TensorProto.FLOAT, tags), value('left', TensorProto.FLOAT, pair), value('right', TensorProto.FLOAT, pair)],
                          [numpy_helper.from_array(table, name) for name, table in tables.items()])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', 17)], ir_version=8)
onnx.checker.check_model(model)
special = lambda name: {'SpecialToken': {'id': name, 'type_id': 0}}
tokenizer = {
    'version': '1.0', 'truncation': None, 'padding': None,
    'added_tokens': [{'id': vocabulary[t], 'content': t, 'single_word': False, 'lstrip': False, 'rstrip': False, 'normalized': False, 'special': True} for t in ('[UNK]', '[CLS]', '[SEP]')],
    'normalizer': {'type': 'BertNormalizer', 'clean_text': True, 'handle_chinese_chars': True, 'strip_accents': None, 'lowercase': True},
    'pre_tokenizer': {'type': 'BertPreTokenizer'},
    'post_processor': {'type': 'TemplateProcessing', 'single': [special('[CLS]'), {'Sequence': {'id': 'A', 'type_id': 0}}, special('[SEP]')],
                       'pair': [special('[CLS]'), {'Sequence': {'id': 'A', 'type_id': 0}}, special('[SEP]'), {'Sequence': {'id': 'B', 'type_id': 1}}, special('[SEP]')],
                       'special_tokens': {t: {'id': t, 'ids': [vocabulary[t]], 'tokens': [t]} for t in ('[CLS]', '[SEP]')}},
    'decoder': {'type': 'WordPiece', 'prefix': '##', 'cleanup': True},
    'model': {'type': 'WordPiece', 'unk_token': '[UNK]', 'continuing_subword_prefix': '##', 'max_input_chars_per_word': 100, 'vocab': vocabulary}}

os.makedirs(OUT, exist_ok=True)
contents = {'reader.onnx': model.SerializeToString(), 'tokenizer.json': json.dumps(tokenizer, indent=1).encode()}
for name, content in contents.items():
    with open(os.path.join(OUT, name), 'wb') as out: out.write(content)
labels = {'format': 1, 'kinds': KINDS, 'statuses': STATUSES, 'layers': LAYERS, 'relations': RELATIONS, 'lexicalRelations': LEXICAL, 'features': FEATURES,
          'window': WINDOW, 'rank': RANK, 'decisions': {name: {'threshold': 0.6} for name in DECISIONS},
          'files': {name: {'bytes': len(c), 'sha256': hashlib.sha256(c).hexdigest()} for name, c in contents.items()},
          # A place counts for less, the farther off its sentence stands.
          'near': {'steps': [1, 4], 'bias': [[0] * 5 for _ in RELATIONS]},
          'bias': [[-abs(d) if name == 'place' else 0 for d in range(-4, 5)] for name in RELATIONS],
          'lexicalWeights': [[3 if a == b else 0 for b in RELATIONS] for a in LEXICAL]}
with open(os.path.join(OUT, 'labels.json'), 'w', encoding='utf-8') as out:
    out.write('{\n' + ',\n'.join(f' {json.dumps(k)}: {json.dumps(v)}' for k, v in labels.items()) + '\n}\n')
