"""Makes the start of a training: the cut vocabulary with its tokenizer, and the pretrained weights, still in four bits.

    python start.py --prepared prepared.json --weights e5-small-q4.bin --out DIR
"""

import argparse
import json
import os

import vocabulary
from weights import Pretrained


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--prepared", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    pretrained = Pretrained(options.weights)
    texts = []
    prepared = json.load(open(options.prepared))
    for article in prepared["articles"]:
        texts += [article["title"], *(heading or "" for heading in article["headings"])]
        texts += [window["text"] for window in article["windows"]] + [question["q"] for question in article["questions"]]
    kept, added = vocabulary.cut(pretrained, texts, set(prepared["unfolded"]))
    tokenizer = vocabulary.write(pretrained, kept, added, os.path.join(options.out, "tokenizer.json"))
    tokens = sum(len(encoding.ids) for encoding in tokenizer.encode_batch(texts, add_special_tokens=False))
    unknown = sum(encoding.ids.count(3) for encoding in tokenizer.encode_batch(texts, add_special_tokens=False))
    print(f"{len(kept)} pieces and {len(added)} more characters; {sum(map(len, texts)) / tokens:.2f} characters a token; {unknown} of {tokens} unknown")
    pretrained.cut(kept, len(added), os.path.join(options.out, "start.npz"))


if __name__ == "__main__":
    main()
