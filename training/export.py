"""Writes the trained reader as ONNX with its weights in int8, and what its outputs mean beside it, with digests.

    python3 export.py --weights reader.pt --decisions decisions.json --check dev.jsonl --out ../models/reader

What int8 costs is printed: how far probabilities lie from those of float32 on the reports of --check, and how many
decisions fall the other way. MODEL_CARD.md is written by hand and left alone.

Weights are kept in a byte each, and products made in float32. Multiplying in int8 too (onnxruntime's dynamic quantisation,
per channel) was measured and refused: 1.8 times as fast, but four to five times as many decisions flipped, and
onnxruntime-node and -web no longer gave the same labels.
"""
import argparse, hashlib, json, os, shutil, tempfile
import numpy as np
import onnx, onnxruntime, torch
from onnx import helper, numpy_helper
from examples import read, windows_of
from reader import COREFERENCE, ENCODER, FEATURES, KINDS, LAYERS, LEXICAL, RANK, RELATION, RELATIONS, SCALE, STATUSES, STEPS, WINDOW, Reader, split
from train import towards

FORMAT = 1          # src/reader/trained/model-files.ts reads this one
INPUTS, OUTPUTS = ['input_ids', 'attention_mask', 'feats'], ['tags', 'left', 'right']

def export(reader, path):
    reader.encoder.set_attn_implementation('eager')  # a plainer graph than that of sdpa, with the same result
    ids = torch.tensor([[101, 2023, 2003, 1037, 3231, 102]])
    torch.onnx.export(reader, (ids, torch.ones_like(ids), torch.zeros(1, ids.shape[1], len(FEATURES))), path, input_names=INPUTS, output_names=OUTPUTS,
                      dynamic_axes={name: {1: 'pieces'} for name in INPUTS + OUTPUTS}, opset_version=17, dynamo=False)

def int8_rows(table, axis):
    """A table as int8 and a scale for each row or column."""
    scale = np.abs(table).max(axis, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.round(table / scale).astype(np.int8), scale.astype(np.float32)

def int8_weights(source, target):
    """Keeps matrices in int8 with a scale for each output, and word embeddings with one for each word.

    They are turned back by Cast and Mul, which every runtime folds into the matrix when it loads the model. So sums are made
    in float32, and runtimes and processors agree where int8 products of activations would not.
    """
    model = onnx.load(source)
    graph, nodes = model.graph, []
    tables = {t.name: t for t in graph.initializer if len(t.dims) == 2 and t.dims[0] * t.dims[1] > 10_000}
    for node in graph.node:
        name = node.input[1] if node.op_type == 'MatMul' else node.input[0] if node.op_type == 'Gather' else None
        if name not in tables: nodes.append(node); continue
        table = tables.pop(name)  # each is used once
        graph.initializer.remove(table)
        small, scale = int8_rows(numpy_helper.to_array(table), 0 if node.op_type == 'MatMul' else 1)
        graph.initializer.extend([numpy_helper.from_array(small, f'{name}.int8'), numpy_helper.from_array(scale, f'{name}.scale')])
        if node.op_type == 'MatMul':
            nodes += [helper.make_node('Cast', [f'{name}.int8'], [f'{name}.cast'], to=onnx.TensorProto.FLOAT),
                      helper.make_node('Mul', [f'{name}.cast', f'{name}.scale'], [name]), node]
        else:
            nodes += [helper.make_node('Gather', [f'{name}.int8', node.input[1]], [f'{name}.rows'], axis=0),
                      helper.make_node('Gather', [f'{name}.scale', node.input[1]], [f'{name}.scales'], axis=0),
                      helper.make_node('Cast', [f'{name}.rows'], [f'{name}.cast'], to=onnx.TensorProto.FLOAT),
                      helper.make_node('Mul', [f'{name}.cast', f'{name}.scales'], [node.output[0]])]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, target)

@torch.no_grad()
def probabilities(path, reader, windows):
    """Of each window: kinds, statuses, layers, and pairs where the window holds triggers."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=['CPUExecutionProvider'])
    for w in windows:
        fed = {'input_ids': w.ids[None].numpy(), 'attention_mask': np.ones((1, len(w.ids)), np.int64), 'feats': w.features[None].float().numpy()}
        tags, left, right = (torch.tensor(x)[0, w.starts] for x in session.run(OUTPUTS, fed))
        kind, status, _, spans = split(tags)
        found = {'kind': kind.softmax(-1), 'status': status.softmax(-1), 'layer': spans.softmax(-1)}
        if w.towards: found['pair'] = towards(reader, w, left, right, False).sigmoid()
        yield found

def cost(whole, small, reader, windows):
    """How far the small model's probabilities lie from the whole one's."""
    apart, flips, made = {}, {}, {}
    for a, b in zip(probabilities(whole, reader, windows), probabilities(small, reader, windows)):
        for name in a:
            on = [x[..., 0] < .5 if name in ('kind', 'layer') else x > .5 for x in (a[name], b[name])]
            apart.setdefault(name, []).append((a[name] - b[name]).abs().flatten())
            flips[name] = flips.get(name, 0) + int((on[0] != on[1]).sum())
            made[name] = made.get(name, 0) + int(on[0].sum())
    for name, parts in apart.items():
        d = torch.cat(parts)
        print(f'{name}: probabilities differ by {d.max():.4f} at most, {d.mean():.6f} on average; {flips[name]} decisions of {made[name]} flip')

def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--weights', required=True); p.add_argument('--out', required=True)
    p.add_argument('--decisions', help='JSON: {"trigger": {"threshold": 0.4, "temperature": 1, "bias": 0}, ...}')
    p.add_argument('--check', help='prepared reports to measure what int8 costs on')
    p.add_argument('--float32', action='store_true', help='leave the weights as they are, to compare with')
    o = p.parse_args()
    torch.set_num_threads(1)
    reader = Reader()
    reader.load_state_dict(torch.load(o.weights))
    reader.eval()
    os.makedirs(o.out, exist_ok=True)
    final = os.path.join(o.out, 'reader.onnx')
    with tempfile.TemporaryDirectory() as folder:
        whole = os.path.join(folder, 'whole.onnx')
        export(reader, whole)
        (shutil.copy if o.float32 else int8_weights)(whole, final)
        if o.check: cost(whole, final, reader, windows_of(read([o.check])))
    shutil.copy(ENCODER / 'tokenizer.json', o.out)
    files = {}
    for name in ('reader.onnx', 'tokenizer.json'):
        content = open(os.path.join(o.out, name), 'rb').read()
        files[name] = {'bytes': len(content), 'sha256': hashlib.sha256(content).hexdigest()}
    rounded = lambda rows: [[round(x, 5) for x in row] for row in rows.tolist()]
    bias = reader.bias.detach() * SCALE
    bias[RELATION['coref']] = COREFERENCE
    labels = {
        'format': FORMAT, 'kinds': KINDS, 'statuses': STATUSES, 'layers': LAYERS, 'relations': RELATIONS, 'lexicalRelations': LEXICAL,
        'features': FEATURES, 'window': WINDOW, 'rank': RANK,
        'decisions': json.load(open(o.decisions, encoding='utf-8')) if o.decisions else {},
        'files': files, 'bias': rounded(bias), 'near': {'steps': STEPS, 'bias': rounded(reader.near.detach() * SCALE)},
        'lexicalWeights': rounded(reader.lexrel.detach() * SCALE)}
    with open(os.path.join(o.out, 'labels.json'), 'w', encoding='utf-8') as out:
        lines = [f' {json.dumps(key)}: {json.dumps(value)}' for key, value in labels.items()]
        out.write('{\n' + ',\n'.join(lines) + '\n}\n')
    print(final, round(files['reader.onnx']['bytes'] / 1e6, 1), 'MB')

if __name__ == '__main__':
    main()
