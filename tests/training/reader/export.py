"""Writes what the program ships: encoder.onnx, reader.onnx and tokenizer.json.

    python export.py --start DIR --model model.npz --out DIR

The weights of the projections are whole numbers of seven bits, one scale an output, so that no processor's
eight-bit products overflow; inputs are rounded to eight bits text by text. Training knew of both.
"""

import argparse
import json
import os
import tempfile

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from model import Reader
from weights import Pretrained

PROJECTIONS = ("/qkv/", "/out/", "/widen/", "/narrow/")
LONGEST = 464


class Rows(nn.Module):
    """Looked-up rows in eight bits, one scale a row."""

    def __init__(self, weight):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("whole", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids):
        return self.whole[ids].float() * self.scale[ids]


class Encoder(nn.Module):
    def __init__(self, model: Reader):
        super().__init__()
        self.words, self.positions = Rows(model.word.weight.data), Rows(model.position.weight.data[:LONGEST])
        self.norm, self.lower, self.vector = model.norm, model.lower, model.vector

    def forward(self, ids):
        x = self.norm(self.words(ids) + self.positions(torch.arange(ids.shape[1]))[None])
        for layer in self.lower:
            x = layer(x, None)
        return x, self.vector(x)


class Joint(nn.Module):
    def __init__(self, model: Reader):
        super().__init__()
        self.model = model

    def forward(self, question, passage):
        return self.model.join(question, passage)


def load(start: str, path: str) -> Reader:
    """The trained model: the start's frozen words and the packed weights."""
    pretrained = Pretrained.of_cut(os.path.join(start, "start.npz"))
    arrays = np.load(path)
    count = lambda half: len({name.split(".")[1] for name in arrays if name.startswith(half + ".")})
    model = Reader(pretrained.vocabulary + pretrained.added, count("lower"), count("upper"))
    model.load_pretrained(pretrained)
    model.unpack(arrays)
    return model.eval()


def write(module, inputs, names, outputs, axes, path):
    with tempfile.TemporaryDirectory() as folder:
        whole = os.path.join(folder, "float.onnx")
        torch.onnx.export(module, inputs, whole, input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
        graph = onnx.load(whole).graph
        rounded = [node.name for node in graph.node if node.op_type in ("MatMul", "Gemm") and any(part in node.name for part in PROJECTIONS)]
        assert rounded, "no projection was found by its name"
        quantize_dynamic(
            whole, path, op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
            nodes_to_quantize=rounded,
        )
    print(f"{path}: {len(rounded)} projections, {os.path.getsize(path) / 1e6:.2f} MB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    export(load(options.start, options.model), json.load(open(os.path.join(options.start, "tokenizer.json"))), options.out)


def export(model, tokenizer, out):
    ids = torch.tensor([[0, 7, 8, 9, 2]])
    write(Encoder(model).eval(), (ids,), ["ids"], ["states", "vectors"], {"ids": {1: "n"}, "states": {1: "n"}, "vectors": {1: "n"}}, os.path.join(out, "encoder.onnx"))
    hidden = model.word.weight.shape[1]
    write(
        Joint(model).eval(), (torch.randn(1, 5, hidden), torch.randn(1, 9, hidden)), ["question", "passage"], ["start", "end", "answers"],
        {"question": {1: "q"}, "passage": {1: "p"}, "start": {1: "p"}, "end": {1: "p"}}, os.path.join(out, "reader.onnx"),
    )
    special = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    tokenizer["added_tokens"] = [{"id": number, "content": tokenizer["model"]["vocab"][number][0], **special} for number in range(4)]
    json.dump(tokenizer, open(os.path.join(out, "tokenizer.json"), "w"), ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
