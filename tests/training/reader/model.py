"""The encoder in two halves: the lower layers see one text, the upper ones a question and a window together."""

import os

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


def half(device: str) -> bool:
    """Whether products are taken in bfloat16: where the processor has them, they take half the time or less."""
    if device == "cuda":
        return True
    flags = open("/proc/cpuinfo").read() if os.path.exists("/proc/cpuinfo") else ""
    return "avx512_bf16" in flags or "amx_bf16" in flags


def fake_quantised_rows(weight: torch.Tensor, levels: int) -> torch.Tensor:
    """Symmetric, one scale an output row, as the exported file holds it; gradients pass straight through."""
    scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / levels
    return weight + (torch.round(weight.detach() / scale).clamp(-levels, levels) * scale - weight.detach())


def fake_quantised_input(x: torch.Tensor) -> torch.Tensor:
    """Eight bits between the least and the greatest value of one text, as DynamicQuantizeLinear does."""
    with torch.no_grad():
        low = x.amin((1, 2), keepdim=True).clamp(max=0).float()
        high = x.amax((1, 2), keepdim=True).clamp(min=0).float()
        scale = ((high - low) / 255).clamp(min=1e-8)
        zero = torch.round(-low / scale)
        rounded = (torch.clamp(torch.round(x.float() / scale) + zero, 0, 255) - zero) * scale
        step = rounded - x.float()
    return x + step.to(x.dtype)


def by_length(lengths: torch.Tensor, size: int = 48):
    """Texts in groups of like length: the numbers of each group, and its longest, a multiple of 8."""
    numbers = torch.argsort(lengths, stable=True)
    for start in range(0, len(numbers), size):
        some = numbers[start : start + size]
        yield some, -(-int(lengths[some[-1]]) // 8) * 8


class Projection(nn.Module):
    """y = W (x · smooth) + b. `smooth` evens out the input's channels, so that eight bits hold them."""

    LEVELS = 64

    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(outputs, inputs))
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.register_buffer("smooth", torch.ones(inputs))
        self.quantised = False
        self.greatest = None

    def observe(self):
        self.greatest = torch.zeros_like(self.smooth)

    def even_out(self, strength: float = 0.5):
        """Moves the unevenness of the channels from the input into the weights (SmoothQuant, Xiao et al. 2023)."""
        greatest = self.greatest.clamp(min=1e-5)
        factor = greatest.pow(strength) / self.weight.detach().abs().amax(0).clamp(min=1e-5).pow(1 - strength)
        factor = (factor / factor.log().mean().exp()).clamp(1e-3, 1e3)
        self.smooth.copy_(1 / factor)
        self.weight.data.mul_(factor)
        self.greatest = None

    def forward(self, x):
        if self.greatest is not None:
            self.greatest = torch.maximum(self.greatest, x.detach().abs().amax(0 if x.dim() == 2 else (0, 1)).float())
        x = x * self.smooth.to(x.dtype)
        if not self.quantised:
            return F.linear(x, self.weight, self.bias)
        return F.linear(fake_quantised_input(x), fake_quantised_rows(self.weight, self.LEVELS), self.bias)


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float):
        super().__init__()
        self.heads = heads
        self.qkv = Projection(hidden, 3 * hidden)
        self.out = Projection(hidden, hidden)
        self.norm_attention = nn.LayerNorm(hidden, eps=epsilon)
        self.widen = Projection(hidden, inner)
        self.narrow = Projection(inner, hidden)
        self.norm_output = nn.LayerNorm(hidden, eps=epsilon)

    def forward(self, x, mask, dropout: float = 0.0):
        texts, tokens, hidden = x.shape
        q, k, v = self.qkv(x).view(texts, tokens, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        if mask is None or x.device.type == "cpu":
            scores = q @ k.transpose(-1, -2) * (hidden // self.heads) ** -0.5
            attended = torch.softmax(scores if mask is None else scores + mask, -1) @ v
        else:
            attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = self.out(attended.transpose(1, 2).reshape(texts, tokens, hidden))
        x = self.norm_attention(x + F.dropout(attended, dropout, self.training))
        return self.norm_output(x + F.dropout(self.narrow(F.gelu(self.widen(x))), dropout, self.training))


class Reader(nn.Module):
    def __init__(self, pieces: int, lower: int, upper: int, hidden=384, heads=12, inner=1536, positions=512, vector=256, epsilon=1e-12):
        super().__init__()
        self.word = nn.Embedding(pieces, hidden)
        self.position = nn.Embedding(positions, hidden)
        self.norm = nn.LayerNorm(hidden, eps=epsilon)
        self.lower = nn.ModuleList(Layer(hidden, heads, inner, epsilon) for _ in range(lower))
        self.upper = nn.ModuleList(Layer(hidden, heads, inner, epsilon) for _ in range(upper))
        self.vector = nn.Linear(hidden, vector, bias=False)
        self.role = nn.Parameter(torch.zeros(2, hidden))
        self.span = nn.Linear(hidden, 2)
        self.pool = nn.Linear(hidden, hidden)
        self.answers = nn.Linear(hidden, 1)
        self.dropout = 0.1

    def load_pretrained(self, pretrained):
        hidden = pretrained.hidden
        tensor = lambda name: torch.from_numpy(pretrained.tensor(name))
        with torch.no_grad():
            words = torch.from_numpy(pretrained.matrix("emb.word", hidden))
            # A piece that was added means nothing yet, but it is told from all others.
            added = words.mean(0) + words.std(0) * torch.randn(pretrained.added, hidden, generator=torch.Generator().manual_seed(7))
            self.word.weight.copy_(torch.cat([words, added]) + tensor("emb.type")[:hidden])
            self.position.weight.copy_(tensor("emb.pos").view(-1, hidden))
            self.norm.weight.copy_(tensor("emb.ln.w"))
            self.norm.bias.copy_(tensor("emb.ln.b"))
            layers = list(self.lower) + list(self.upper)
            step = pretrained.layers / len(layers)
            for number, layer in enumerate(layers):
                at = f"l{int(number * step)}."
                matrix = lambda name, columns: tensor(at + name + ".w").view(-1, columns)
                layer.qkv.weight.copy_(torch.cat([matrix(name, hidden) for name in "qkv"]))
                layer.qkv.bias.copy_(torch.cat([tensor(at + name + ".b") for name in "qkv"]))
                layer.out.weight.copy_(matrix("ao", hidden))
                layer.out.bias.copy_(tensor(at + "ao.b"))
                layer.widen.weight.copy_(matrix("fi", hidden))
                layer.widen.bias.copy_(tensor(at + "fi.b"))
                layer.narrow.weight.copy_(matrix("fo", pretrained.inner))
                layer.narrow.bias.copy_(tensor(at + "fo.b"))
                for norm, name in ((layer.norm_attention, "aln"), (layer.norm_output, "oln")):
                    norm.weight.copy_(tensor(at + name + ".w"))
                    norm.bias.copy_(tensor(at + name + ".b"))
            self.vector.weight.copy_(torch.nn.init.orthogonal_(torch.empty(self.vector.weight.shape)))
            for linear in (self.span, self.answers):
                nn.init.normal_(linear.weight, std=0.02)
                nn.init.zeros_(linear.bias)

    def projections(self):
        return [module for module in self.modules() if isinstance(module, Projection)]

    def packed(self):
        """All weights as arrays, those of the projections as the whole numbers that are shipped, and without the frozen words."""
        arrays = {name: value.detach().float().cpu().numpy() for name, value in self.state_dict().items() if name != "word.weight"}
        for name, module in self.named_modules():
            if isinstance(module, Projection):
                weight = arrays.pop(f"{name}.weight")
                scale = np.abs(weight).max(1, keepdims=True).clip(1e-8) / Projection.LEVELS
                arrays[f"{name}.whole"] = np.round(weight / scale).astype(np.int8)
                arrays[f"{name}.scale"] = scale.astype(np.float32)
        return arrays

    def unpack(self, arrays):
        """The inverse of `packed`, up to the rounding."""
        state = {}
        for name in arrays:
            if name.endswith(".whole"):
                state[name[: -len("whole")] + "weight"] = arrays[name].astype(np.float32) * arrays[name[: -len("whole")] + "scale"]
            elif not name.endswith(".scale"):
                state[name] = arrays[name]
        self.load_state_dict({name: torch.from_numpy(np.array(value)) for name, value in state.items()}, strict=False)

    def quantise(self, on: bool):
        for projection in self.projections():
            projection.quantised = on

    def encode_by_length(self, ids, present):
        """What `encode` gives, a few texts of like length at a time: padding costs as much as text."""
        order, parts = [], []
        for some, longest in by_length(present.sum(1)):
            parts.append(F.pad(self.encode(ids[some, :longest], present[some, :longest]), (0, 0, 0, ids.shape[1] - longest)))
            order.append(some)
        return torch.cat(parts)[torch.argsort(torch.cat(order))]

    def join_by_length(self, question, window, question_present, window_present):
        """What `join` gives, a few pairs of like length at a time; the logits of padding are 0."""
        order, parts = [], []
        asked = int(question_present.sum(1).max())
        for some, longest in by_length(window_present.sum(1)):
            start, end, answers = self.join(question[some, :asked], window[some, :longest], question_present[some, :asked], window_present[some, :longest])
            beyond = (0, window.shape[1] - longest)
            parts.append((F.pad(start, beyond), F.pad(end, beyond), answers))
            order.append(some)
        back = torch.argsort(torch.cat(order))
        return tuple(torch.cat(values)[back] for values in zip(*parts))

    def encode(self, ids, present=None):
        """ids [texts, tokens]; present is 1 for tokens and 0 for padding. States [texts, tokens, hidden]."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]]
        x = F.dropout(self.norm(x), self.dropout, self.training)
        return self._through(self.lower, x, present)

    def join(self, question, window, question_present=None, window_present=None):
        """States of both; start and end logits over the window's tokens, and one logit: this window answers."""
        x = torch.cat([question + self.role[0], window + self.role[1]], 1)
        present = None if question_present is None else torch.cat([question_present, window_present], 1)
        x = self._through(self.upper, x, present)
        span = self.span(x[:, question.shape[1] :])
        pooled = F.dropout(torch.tanh(self.pool(x[:, 0])), self.dropout, self.training)
        return span[..., 0], span[..., 1], self.answers(pooled)[:, 0]

    def _through(self, layers, x, present):
        mask = None
        if present is not None:
            kind = torch.get_autocast_dtype(x.device.type) if torch.is_autocast_enabled(x.device.type) else x.dtype
            mask = torch.zeros(present.shape, dtype=kind, device=x.device).masked_fill(present == 0, -1e4)
            # Memory of its own: the kernel for masks wants rows that stand eight apart.
            mask = mask[:, None, None, :].expand(-1, 1, x.shape[1], -1)
            x = x * present[..., None].to(x.dtype)
        for layer in layers:
            x = layer(x, mask, self.dropout)
            if present is not None:
                x = x * present[..., None].to(x.dtype)
        return x
