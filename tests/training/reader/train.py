"""Trains the reader: finding and reading together, then with the rounding of the exported file in the loop.

    python train.py --prepared prepared.json --start DIR --out DIR [--hold-out c,h] [--steps 1900]
"""

import argparse
import json
import os
import time

import numpy as np
import torch
from torch.nn import functional as F
from torch.utils.data import DataLoader

import vocabulary
from batches import PAD, Batches, TEXT_SETS, read
from evaluate import evaluate, summary
from model import Reader, half
from weights import Pretrained

TEMPERATURE = 0.05


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--prepared", required=True)
    parser.add_argument("--start", required=True, help="what start.py made: the cut vocabulary and weights")
    parser.add_argument("--out", required=True)
    parser.add_argument("--hold-out", default="", help="sets that are measured and not learned from")
    parser.add_argument("--lower", type=int, default=6)
    parser.add_argument("--upper", type=int, default=6)
    parser.add_argument("--before", type=int, default=40)
    parser.add_argument("--steps", type=int, default=1900)
    parser.add_argument("--seconds", type=float, default=1e9, help="ends earlier, with the same decay")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--round-from", type=float, default=0.5, help="share of the steps after which weights and inputs are rounded")
    parser.add_argument("--text-share", type=float, default=0.3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--articles", type=int, default=4, help="of a step")
    parser.add_argument("--questions", type=int, default=16, help="of an article in a step")
    parser.add_argument("--hard", type=int, default=4, help="wrong windows that are found first and read beside the right one and a random one")
    parser.add_argument("--parts", type=int, default=1, help="of a step, one after another: for less memory")
    parser.add_argument("--plain-attention", action="store_true", help="where the fused kernels fail; needs more memory")
    parser.add_argument("--keep-every", type=int, default=50, help="steps after which the training is kept for --resume")
    parser.add_argument("--resume", action="store_true", help="goes on from what was kept last in --out")
    parser.add_argument("--smoke", action="store_true", help="measures two articles, to see that everything runs")
    parser.add_argument("--predictions", action="store_true")
    return parser.parse_args()


def pooled(values, groups, count):
    """Mean of token vectors by group, normalised; tokens of group −1 belong to none."""
    inside = groups >= 0
    sums = torch.zeros(count, values.shape[-1], device=values.device, dtype=torch.float32)
    sums.index_add_(0, groups[inside], values[inside].float())
    return F.normalize(sums, dim=-1)


def find(model, batch):
    """States and similarities of all windows and sentences of a batch to all its questions."""
    ids, question_ids = batch["ids"], batch["question_ids"]
    states = model.encode_by_length(ids, (ids != PAD))
    question_states = model.encode(question_ids, (question_ids != PAD))
    vectors = model.vector(states)
    question_tokens = (question_ids > 2).unsqueeze(-1)
    question_vectors = F.normalize((model.vector(question_states).float() * question_tokens).sum(1), dim=-1)
    sentence_vectors = pooled(vectors.flatten(0, 1), batch["sentence_of"].flatten(), len(batch["window_of_sentence"]))
    window_numbers = torch.where(batch["sentence_of"] >= 0, torch.arange(len(ids), device=ids.device)[:, None], -1)
    window_vectors = pooled(vectors.flatten(0, 1), window_numbers.flatten(), len(ids))
    by_sentence = question_vectors @ sentence_vectors.T
    by_window = question_vectors @ window_vectors.T
    best = torch.full_like(by_window, -1).scatter_reduce(1, batch["window_of_sentence"][None].expand(len(question_ids), -1), by_sentence, "amax")
    return states, question_states, by_sentence, by_window + best


def losses(model, batch, hard_windows):
    states, question_states, by_sentence, similarity = find(model, batch)
    gold, found = batch["gold"], batch["found"]
    answerable = gold.any(1)
    logits = (similarity / (2 * TEMPERATURE)).masked_fill(~found[None], -1e4)
    finding = -(torch.logsumexp(logits.masked_fill(~gold, -1e4), 1) - torch.logsumexp(logits, 1))[answerable].mean()
    gold_sentence = batch["gold_sentence"]
    marked = gold_sentence.any(1)
    sentence_logits = (by_sentence / TEMPERATURE).masked_fill(~found[batch["window_of_sentence"]][None], -1e4)
    marking = -(torch.logsumexp(sentence_logits.masked_fill(~gold_sentence, -1e4), 1) - torch.logsumexp(sentence_logits, 1))[marked].mean()

    with torch.no_grad():
        own = (batch["of_question"][:, None] == batch["of_window"][None]) & found[None]
        chance = torch.rand_like(similarity)
        hard = similarity.masked_fill(~own | gold, -9).topk(hard_windows, 1).indices
        random = chance.masked_fill(~own | gold, -9).topk(1, 1).indices
        right = (chance + batch["starts"].ge(0)).masked_fill(~gold, -9).topk(1, 1).indices
        chosen = torch.cat([right, hard, random], 1)
        questions = torch.arange(len(gold), device=gold.device)[:, None].expand_as(chosen)
        use = own.gather(1, chosen)
        use[:, 0] &= answerable
        # A window that was drawn twice counts once.
        use[:, -1] &= (hard != random).all(1)
        pairs = torch.cat([torch.stack([questions[use], chosen[use]], 1), batch["extras"]])
        is_extra = torch.arange(len(pairs), device=pairs.device) >= len(pairs) - len(batch["extras"])
    at_question, at_window = pairs[:, 0], pairs[:, 1]
    start, end, answers = model.join_by_length(
        question_states[at_question], states[at_window], batch["question_ids"][at_question] != PAD, batch["ids"][at_window] != PAD
    )
    start, end, answers = start.float(), end.float(), answers.float()
    label = gold[at_question, at_window] & ~is_extra
    answering = F.binary_cross_entropy_with_logits(answers, label.float())
    # Among a question's candidates the right one comes first.
    order = torch.full((len(gold), len(pairs)), -1e4, device=gold.device)
    order[at_question, torch.arange(len(pairs), device=gold.device)] = answers
    right_order = order.masked_fill(~label[None] , -1e4)
    ranking = -(torch.logsumexp(right_order, 1) - torch.logsumexp(order, 1))[answerable].mean()
    text = batch["sentence_of"][at_window] >= 0
    first, last = batch["starts"][at_question, at_window], batch["ends"][at_question, at_window]
    spanned = label & (first >= 0)
    span = (
        F.cross_entropy(start.masked_fill(~text, -1e4)[spanned], first[spanned])
        + F.cross_entropy(end.masked_fill(~text, -1e4)[spanned], last[spanned])
    ) / 2
    return {"finding": finding, "marking": marking, "answering": answering, "ranking": ranking, "span": span}


WEIGHTS = {"finding": 0.5, "marking": 0.25, "answering": 1.0, "ranking": 0.5, "span": 0.7}


def main():
    options = arguments()
    os.makedirs(options.out, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_float32_matmul_precision("high")
    # cuDNN plans its attention anew for each of the many shapes.
    torch.backends.cuda.enable_cudnn_sdp(False)
    if options.plain_attention:
        torch.backends.cuda.enable_mem_efficient_sdp(False)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    articles = read(options.prepared)
    held = set(filter(None, options.hold_out.split(",")))
    learned = [article for article in articles if article["set"] not in held]
    measured = [article for article in articles if article["set"] in held]
    measured = measured[:2] if options.smoke else measured
    tokenizer_path = os.path.join(options.start, "tokenizer.json")
    pretrained = Pretrained.of_cut(os.path.join(options.start, "start.npz"))
    model = Reader(pretrained.vocabulary + pretrained.added, options.lower, options.upper)
    model.load_pretrained(pretrained)
    model.dropout = options.dropout
    model.to(device)
    model.word.weight.requires_grad_(False)
    heads = [p for n, p in model.named_parameters() if p.requires_grad and n.split(".")[0] in ("span", "pool", "answers", "role", "vector")]
    body = [p for n, p in model.named_parameters() if p.requires_grad and n.split(".")[0] not in ("span", "pool", "answers", "role", "vector")]
    optimiser = torch.optim.AdamW([{"params": body, "lr": options.rate}, {"params": heads, "lr": 5 * options.rate}], weight_decay=0.01)
    first, rounding = 0, False
    checkpoint = os.path.join(options.out, "checkpoint.pt")
    if options.resume and os.path.exists(checkpoint):
        kept = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        first, rounding = kept["step"], kept["rounding"]
        model.quantise(rounding)
    batches = Batches(learned, tokenizer_path, options.seed + first, options.articles // options.parts, options.questions, before=options.before, text_share=options.text_share)
    loader = iter(DataLoader(batches, batch_size=None, num_workers=options.workers, prefetch_factor=8 if options.workers else None))
    began, sums = time.time(), {}
    model.train()
    step = first
    while step < options.steps and time.time() - began < options.seconds:
        progress = max(step / options.steps, (time.time() - began) / options.seconds)
        if not rounding and progress >= options.round_from:
            even_out(model, loader, device, options.hard)
            model.quantise(True)
            rounding = True
        factor = min(1.0, (step + 1) / 100) * max(0.02, 1 - progress)
        for group, rate in zip(optimiser.param_groups, (options.rate, 5 * options.rate)):
            group["lr"] = rate * factor
        optimiser.zero_grad(set_to_none=True)
        for _ in range(options.parts):
            batch = {name: value.to(device, non_blocking=True) for name, value in next(loader).items()}
            with torch.autocast(device, torch.bfloat16, enabled=half(device)):
                parts = losses(model, batch, options.hard)
            (sum(WEIGHTS[name] * part for name, part in parts.items()) / options.parts).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        if step % 20 == 0:
            for name, part in parts.items():
                sums[name] = 0.9 * sums.get(name, part.item()) + 0.1 * part.item()
        if step % 100 == 0 or step == first + 20:
            print(f"{options.out} step {step} {time.time() - began:.0f} s " + " ".join(f"{name} {value:.3f}" for name, value in sums.items()), flush=True)
        if step % options.keep_every == 0:
            # A run that is ended while it writes leaves the one before.
            torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "rounding": rounding}, checkpoint + ".new")
            os.replace(checkpoint + ".new", checkpoint)
    if options.round_from <= 1 and not rounding:
        even_out(model, loader, device, options.hard)
        model.quantise(True)
    np.savez(os.path.join(options.out, "model.npz"), **model.packed())
    json.dump({**vars(options), "taken": step}, open(os.path.join(options.out, "options.json"), "w"))
    if measured:
        predictions = evaluate(model, measured, tokenizer_path, device, options.before)
        for name, some in parts_of(predictions).items():
            print(options.out, name, json.dumps(summary(some), ensure_ascii=False), flush=True)
        if options.predictions:
            json.dump(predictions, open(os.path.join(options.out, "predictions.json"), "w"), ensure_ascii=False)


def parts_of(records):
    parts = {"all": records}
    for record in records:
        parts.setdefault(record["set"], []).append(record)
    return parts


@torch.no_grad()
def even_out(model, loader, device, hard_windows):
    """Watches some batches for the greatest value of each channel, and evens the channels out."""
    for projection in model.projections():
        projection.observe()
    for _ in range(8):
        batch = {name: value.to(device) for name, value in next(loader).items()}
        with torch.autocast(device, torch.bfloat16, enabled=half(device)):
            losses(model, batch, hard_windows)
    for projection in model.projections():
        projection.even_out()


if __name__ == "__main__":
    main()
