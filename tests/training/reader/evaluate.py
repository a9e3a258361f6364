"""Measures a reader on articles that it has not learned from, the way the program asks it."""

import collections

import numpy as np
import torch
from torch.nn import functional as F

from batches import Encoded, context_of, encode_question
from model import half

READ = 5


@torch.no_grad()
def evaluate(model, articles, tokenizer_path, device, before):
    """One record a question: similarities of all windows, and what was read in the first five."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(tokenizer_path)
    model.eval()
    records = []
    for article in articles:
        windows = [
            Encoded(tokenizer, context_of(article, at, before), window["text"], window["sentences"])
            for at, window in enumerate(article["windows"])
        ]
        encoded = [encode(model, window.ids, device) for window in windows]
        of_sentence = [by_sentence(model, states, window) for states, window in zip(encoded, windows)]
        sentence_counts = [len(vectors) for vectors in of_sentence]
        sentence_vectors = torch.cat(of_sentence)
        window_vectors = torch.stack([F.normalize(model.vector(states[0, w.start : w.start + len(w.offsets)]).float().mean(0), dim=-1) for states, w in zip(encoded, windows)])
        for question in article["questions"]:
            ids = encode_question(tokenizer, question["q"])
            states = encode(model, ids, device)
            vector = F.normalize(model.vector(states[0, 1:-1]).float().mean(0), dim=-1)
            by_window = (window_vectors @ vector).tolist()
            by_all = (sentence_vectors @ vector).tolist()
            by_best = [[by_all.pop(0) for _ in range(count)] for count in sentence_counts]
            similarity = np.array([w + max(s) for w, s in zip(by_window, by_best)])
            passages = np.array([window["passage"] for window in article["windows"]])
            fused = similarity + 0.12 * words_of(question, passages)
            first = list(dict.fromkeys(passages[np.argsort(-fused)]))[:READ]
            places = [
                int(at) for passage in first for at in sorted(np.flatnonzero(passages == passage), key=lambda at: -fused[at])[:2]
            ]
            read_windows = read(model, states, [encoded[at] for at in places], [windows[at] for at in places], [article["windows"][at] for at in places])
            readings = [{"passage": int(passages[at]), "window": at, **reading} for at, reading in zip(places, read_windows)]
            records.append({
                "set": article["set"], "article": article["id"], "q": question["q"], "kind": question["kind"], "gold": question["gold"],
                "runs": question["runs"], "passages": passages.tolist(), "by_window": [round(x, 4) for x in by_window],
                "by_sentence": [[round(x, 4) for x in row] for row in by_best], "fused": [round(float(x), 4) for x in fused],
                "readings": readings, "gold_sentences": gold_sentences(article, question),
            })
    return records


def encode(model, ids, device):
    with torch.autocast(device, torch.bfloat16, enabled=half(device)):
        return model.encode(torch.tensor([ids], device=device)).float()


def by_sentence(model, states, window):
    vectors = model.vector(states[0, window.start : window.start + len(window.offsets)]).float()
    numbers = torch.tensor(window.sentence, device=vectors.device)
    count = (window.sentence[-1] if window.sentence else 0) + 1
    sums = torch.zeros(count, vectors.shape[1], device=vectors.device).index_add_(0, numbers, vectors)
    return F.normalize(sums, dim=-1)


def words_of(question, passages):
    """The lexical ranking's scores, standardised; those that were no candidates get the least."""
    scores = [score for score in question["words"] if score is not None]
    if not scores:
        return np.zeros(len(passages))
    least, mean, deviation = min(scores), np.mean(scores), np.std(scores) or 1
    values = np.array([least if score is None else score for score in question["words"]])
    return ((values - mean) / deviation)[passages]


def read(model, question, states, encoded, prepared):
    """Reads some windows at once; each is rounded by itself, as one alone would be."""
    longest = max(window.shape[1] for window in states)
    windows = torch.cat([F.pad(window, (0, 0, 0, longest - window.shape[1])) for window in states])
    present = torch.tensor([[1] * len(w.ids) + [0] * (longest - len(w.ids)) for w in encoded], device=windows.device)
    asked = question.expand(len(states), -1, -1)
    with torch.autocast(question.device.type, torch.bfloat16, enabled=question.device.type == "cuda"):
        logits = model.join(asked, windows, torch.ones(asked.shape[:2], device=windows.device), present)
    starts, ends, answers = (values.float().cpu() for values in logits)
    return [reading(starts[n], ends[n], answers[n], encoded[n], prepared[n]) for n in range(len(states))]


def reading(start, end, answers, encoded, prepared):
    inside = slice(encoded.start, encoded.start + len(encoded.offsets))
    start, end = start[inside].log_softmax(0).numpy(), end[inside].log_softmax(0).numpy()
    numbers = np.array(encoded.sentence)
    total = lambda values, n: float(np.logaddexp.reduce(values[numbers == n])) if (numbers == n).any() else -99.0
    sentences = [total(start, n) + total(end, n) for n in range(len(prepared["sentences"]))]
    at = np.flatnonzero(numbers == int(np.argmax(sentences)))
    table = start[at][:, None] + end[at][None]
    table[np.tril_indices(len(at), -1)] = -99
    table[np.triu_indices(len(at), 40)] = -99
    a, b = np.unravel_index(int(table.argmax()), table.shape)
    return {
        "answers": round(float(answers), 4), "sentences": [round(s, 4) for s in sentences],
        "run": [encoded.offsets[at[a]][0], encoded.offsets[at[b]][1]], "run_score": round(float(table.max()), 4),
    }


def gold_sentences(article, question):
    found = []
    for window, start, end in question["runs"]:
        for number, (a, b) in enumerate(article["windows"][window]["sentences"]):
            if start < b and end > a:
                found.append([window, number])
    return found


def summary(records, weight=1.0):
    everyday, result = [r for r in records if r["kind"] != "text"], {}
    for name, some in (("everyday", everyday), ("text", [r for r in records if r["kind"] == "text"])):
        answerable = [r for r in some if r["gold"]]
        if not answerable:
            continue
        counts = collections.Counter()
        scored = []
        for r in some:
            passages = np.array(r["passages"])
            fused = np.array(r["fused"])
            order = list(dict.fromkeys(passages[np.argsort(-fused)]))
            vector = [w + max(s) for w, s in zip(r["by_window"], r["by_sentence"])]
            alone = list(dict.fromkeys(passages[np.argsort(-np.array(vector))]))
            readings = sorted(r["readings"], key=lambda x: -(x["answers"] + weight * 4 * fused[x["window"]]))
            read = list(dict.fromkeys(x["passage"] for x in readings))
            top = readings[0]
            marked = [top["window"], int(np.argmax(top["sentences"]))]
            right = marked in r["gold_sentences"]
            scored.append((max(x["answers"] for x in readings), bool(r["gold"]), right, r["kind"]))
            if not r["gold"]:
                continue
            for k in (1, 3, 5):
                counts[f"vectors@{k}"] += any(p in r["gold"] for p in alone[:k])
                counts[f"fused@{k}"] += any(p in r["gold"] for p in order[:k])
                counts[f"read@{k}"] += any(p in r["gold"] for p in read[:k])
            counts["sentence"] += right
        result[name] = {key: round(100 * value / len(answerable), 1) for key, value in sorted(counts.items())}
        none = [score for score, has, *_ in scored if not has]
        have = sorted(score for score, has, *_ in scored if has)
        if none:
            result[name]["auc"] = round(float(np.mean([[(h > n) + 0.5 * (h == n) for n in none] for h in have])), 3)
            threshold = have[int(0.25 * len(have))]
            result[name]["at 75"] = {
                "right": round(100 * sum(right for score, has, right, _ in scored if has and score >= threshold) / len(have), 1),
                "precision": round(100 * sum(right for score, _, right, _ in scored if score >= threshold) / max(1, sum(score >= threshold for score, *_ in scored)), 1),
                "held": round(100 * np.mean([n < threshold for n in none]), 1),
                **{kind: round(100 * np.mean([score < threshold for score, has, _, k in scored if k == kind]), 0) for kind in ("near-miss", "entity-swap", "wrong-number", "off-topic") if any(k == kind for *_, k in scored)},
            }
    return result
