"""Reads the shipped files in Python and compares with what Node read.

    node --import tsx tests/training/reader/agree.ts node.jsonl && python agree.py node.jsonl
"""

import json
import os
import sys

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from batches import LONGEST_CONTEXT, LONGEST_QUESTION, LONGEST_TEXT

MODEL = os.path.join(os.path.dirname(__file__), "../../../src/network/model")


def main():
    tokenizer = Tokenizer.from_file(os.path.join(MODEL, "tokenizer.json"))
    open_file = lambda name: onnxruntime.InferenceSession(os.path.join(MODEL, name), providers=["CPUExecutionProvider"])
    encoder, reader = open_file("encoder.onnx"), open_file("reader.onnx")
    encode = lambda ids: encoder.run(["states"], {"ids": np.array([ids], np.int64)})[0]
    ids_of = lambda text: tokenizer.encode(text, add_special_tokens=False)
    rows = [json.loads(line) for line in open(sys.argv[1])]
    verdicts = sentences = 0
    furthest = 0.0
    for row in rows:
        question = encode([0, *ids_of(row["question"]).ids[: LONGEST_QUESTION - 2], 2])
        before = ids_of(row["context"]).ids[:LONGEST_CONTEXT]
        text = ids_of(row["text"])
        passage = encode([0, *before, 2, *text.ids[:LONGEST_TEXT], 2])
        start, end, answers = reader.run(["start", "end", "answers"], {"question": question, "passage": passage})
        first = len(before) + 2
        count = len(text.ids[:LONGEST_TEXT])
        chances = [np.exp(values[0, first : first + count] - values[0, first : first + count].max()) for values in (start, end)]
        last = np.array([max(a, b - 1) for a, b in text.offsets[:count]])
        scores = [np.prod([chance[(last >= a) & (last < b)].sum() for chance in chances]) for a, b in row["sentences"]]
        verdicts += (answers[0] > 0) == (row["answers"] > 0)
        sentences += int(np.argmax(scores)) == row["sentence"]
        furthest = max(furthest, abs(float(answers[0]) - row["answers"]))
    print(f"{len(rows)} pairs: the same verdict in {100 * verdicts / len(rows):.2f}, the same sentence in {100 * sentences / len(rows):.2f} of 100; logits at most {furthest:.4f} apart")


if __name__ == "__main__":
    main()
