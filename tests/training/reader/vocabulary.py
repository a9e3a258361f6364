"""Cuts the pretrained vocabulary to what folded Chinese text needs, and writes the tokenizer."""

import collections
import json
import re

from tokenizers import Tokenizer, models, pre_tokenizers

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
HAN = re.compile(r"^[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]$")
WORD = re.compile(r"^▁?[\u3007\u3400-\u9fff]{2,}$")
LATIN = re.compile(r"^▁?[a-z'-]{1,}$")
LATIN_PIECES = 4_000
SEEN = 2


def whole_tokenizer(pretrained) -> Tokenizer:
    return build(list(zip(pretrained.pieces, (float(score) for score in pretrained.scores))))


def build(pieces) -> Tokenizer:
    """No normaliser: text is folded before. A space is written ▁, and one stands before each text."""
    tokenizer = Tokenizer(models.Unigram([(piece, score) for piece, score in pieces], unk_id=3, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    return tokenizer


def cut(pretrained, texts, unfolded):
    """
    The numbers of the pieces that stay, in the pretrained order, and the characters that are added.

    unfolded: characters that folded text never has.
    """
    whole = whole_tokenizer(pretrained)
    seen = collections.Counter()
    for encoding in whole.encode_batch(texts, add_special_tokens=False):
        seen.update(encoding.ids)
    characters = set("".join(texts))
    latin = 0
    kept = []
    for number, piece in enumerate(pretrained.pieces):
        if number < len(SPECIAL):
            kept.append(number)
        elif unfolded & set(piece):
            continue
        elif HAN.match(piece) or len(piece) == 1 and ord(piece) < 0x3000:
            if HAN.match(piece) or ord(piece) < 0x250 or 0x2000 <= ord(piece) or seen[number]:
                kept.append(number)
        elif WORD.match(piece):
            if all(character in characters for character in piece.removeprefix("▁")):
                kept.append(number)
        elif LATIN.match(piece) and latin < LATIN_PIECES:
            latin += 1
            kept.append(number)
        elif seen[number] >= SEEN:
            kept.append(number)
    known = set(pretrained.pieces)
    wanted = {character for character, count in characters_of(texts).items() if count > 1} | set(common_characters())
    return kept, sorted(wanted - known - unfolded)


def characters_of(texts):
    return collections.Counter("".join(texts).replace(" ", ""))


def common_characters():
    """The Han characters of GB 2312: of names one must be told from another, also where the pretrained pieces lack them."""
    for first in range(0xB0, 0xF8):
        for second in range(0xA1, 0xFF):
            character = bytes([first, second]).decode("gb2312", "ignore")
            if character:
                yield character


def write(pretrained, kept, added, path):
    """The added characters come last, as unlikely as the unlikeliest."""
    pieces = [(pretrained.pieces[number], round(float(pretrained.scores[number]), 4)) for number in kept]
    least = min(score for _, score in pieces)
    pieces += [(character, least) for character in added]
    tokenizer = build(pieces)
    document = json.loads(tokenizer.to_str())
    open(path, "w").write(json.dumps(document, ensure_ascii=False, separators=(",", ":")))
    return tokenizer
