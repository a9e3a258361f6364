"""The mean of two trainings from the same start, which generalises better than either (model soups, Wortsman et al. 2022).

    python average.py --start DIR --models a/model.npz b/model.npz --out DIR
"""

import argparse
import json
import os

import torch

from export import export, load
from model import Projection


def averaged(one, other):
    """The first model with the mean of both; the projections are rounded anew."""
    state, others = one.state_dict(), other.state_dict()
    mean = {name: (value + others[name]) / 2 if value.is_floating_point() else value for name, value in state.items()}
    modules = dict(other.named_modules())
    for name, module in one.named_modules():
        if isinstance(module, Projection):
            # Each run evened its channels out in its own way: what is averaged is what a projection does.
            twin = modules[name]
            effect = (module.weight.data * module.smooth + twin.weight.data * twin.smooth) / 2
            smooth = ((module.smooth.log() + twin.smooth.log()) / 2).exp()
            weight = effect / smooth
            scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / Projection.LEVELS
            mean[f"{name}.smooth"] = smooth
            mean[f"{name}.weight"] = torch.round(weight / scale) * scale
    one.load_state_dict(mean)
    return one.eval()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True)
    parser.add_argument("--models", nargs=2, required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    model = averaged(*(load(options.start, path) for path in options.models))
    export(model, json.load(open(os.path.join(options.start, "tokenizer.json"))), options.out)


if __name__ == "__main__":
    main()
