"""Prepared articles → batches: everyday articles and encyclopaedic ones, with names and numbers exchanged."""

import json
import random
import re

import numpy as np
from torch.utils.data import IterableDataset

S, PAD, END, UNKNOWN = 0, 1, 2, 3
LONGEST_QUESTION = 64
LONGEST_CONTEXT = 64
LONGEST_TEXT = 384
TEXT_SETS = ("drcd", "cmrc", "cmrc-trial")
DIGITS = re.compile(r"^\d+$")


def read(path):
    """The prepared articles."""
    return json.load(open(path))["articles"]


def context_of(article, at, before: int, window=None):
    """What the encoder is told before a window: the article's title, the section's heading, the end of what precedes."""
    heading = article["headings"][at]
    window = window or article["windows"][at]
    parts = [article["title"][:24], (heading or "")[:16], window["before"][-before:] if before else ""]
    return "。".join(part for part in parts if part)


class Encoded:
    """A window's tokens: `<s> context </s> text </s>`, with the text's offsets."""

    __slots__ = ("ids", "start", "offsets", "sentence")

    def __init__(self, tokenizer, context, text, sentences):
        before = tokenizer.encode(context, add_special_tokens=False).ids[:LONGEST_CONTEXT]
        encoding = tokenizer.encode(text, add_special_tokens=False)
        ids, offsets = encoding.ids[:LONGEST_TEXT], encoding.offsets[:LONGEST_TEXT]
        self.ids = [S, *before, END, *ids, END]
        self.start = len(before) + 2
        self.offsets = offsets
        self.sentence = []
        number = 0
        for start, end in offsets:
            middle = max(start, end - 1)
            while number + 1 < len(sentences) and middle >= sentences[number][1]:
                number += 1
            self.sentence.append(number)

    def span(self, start, end):
        """Numbers of the first and last token (within the whole window) of a run of the text, or None."""
        inside = [number for number, (a, b) in enumerate(self.offsets) if b > start and a < end and b > a]
        return (self.start + inside[0], self.start + inside[-1]) if inside else None


def encode_question(tokenizer, question):
    return [S, *tokenizer.encode(question, add_special_tokens=False).ids[: LONGEST_QUESTION - 2], END]


def exchanged(text, pairs):
    for name, other in pairs:
        text = text.replace(name, other)
    return text


class Batches(IterableDataset):
    """Endless batches; worker n of a run with the same seed always gives the same ones."""

    def __init__(self, articles, tokenizer_path, seed, articles_a_batch=4, questions_an_article=16, before=60, text_share=0.3):
        everyday = [article for article in articles if article["set"] not in TEXT_SETS]
        self.everyday, self.texts = everyday, [article for article in articles if article["set"] in TEXT_SETS]
        self.tokenizer_path, self.seed, self.before, self.text_share = tokenizer_path, seed, before, text_share
        self.articles_a_batch, self.questions_an_article = articles_a_batch, questions_an_article
        self.names = {}
        for article in articles:
            for name in article["names"]:
                if not DIGITS.match(name):
                    self.names.setdefault(len(name), []).append(name)

    def __iter__(self):
        from tokenizers import Tokenizer
        from torch.utils.data import get_worker_info

        info = get_worker_info()
        self.tokenizer = Tokenizer.from_file(self.tokenizer_path)
        self.kept = {}
        chance = random.Random(self.seed * 1_000 + (info.id if info else 0))
        queue = {"everyday": [], "texts": []}
        left = {}
        while True:
            chosen = []
            for _ in range(self.articles_a_batch):
                kind = "texts" if self.texts and chance.random() < self.text_share else "everyday"
                if not queue[kind]:
                    queue[kind] = list(getattr(self, kind))
                    chance.shuffle(queue[kind])
                article = queue[kind].pop()
                # Each article's questions come in turn, so that all are seen equally often.
                turn = left.setdefault(id(article), [])
                if len(turn) < self.questions_an_article:
                    fresh = list(range(len(article["questions"])))
                    chance.shuffle(fresh)
                    turn.extend(fresh)
                count = min(self.questions_an_article, len(article["questions"]))
                chosen.append((article, [turn.pop(0) for _ in range(count)]))
            yield self._batch(chosen, chance)

    def _another(self, name, article, chance):
        """Another name or number of the same length, mostly one that the article has too."""
        if DIGITS.match(name):
            digits = [other for other in article["names"] if DIGITS.match(other) and len(other) == len(name) and other != name]
            if digits and chance.random() < 0.5:
                return chance.choice(digits)
            if len(name) == 4 and name[:2] in ("19", "20"):
                return str(int(name) + chance.choice([-3, -2, -1, 1, 2, 3]))
            other = str(chance.randrange(10 ** (len(name) - 1), 10 ** len(name)))
            return other if other != name else None
        if name.startswith("第"):
            number = chance.choice("一二三四五六七八九")
            return "第" + number if len(name) == 2 and number != name[1] else None
        if name in ("上半年", "下半年"):
            return "下半年" if name == "上半年" else "上半年"
        if name.endswith("季度"):
            return chance.choice([n for n in "一二三四" if n != name[0]]) + "季度"
        own = [other for other in article["names"] if len(other) == len(name) and other != name and not DIGITS.match(other) and not set(other) & set(name)]
        if own and chance.random() < 0.7:
            return chance.choice(own)
        others = self.names.get(len(name), [])
        return chance.choice(others) if others else None

    def _renaming(self, article, chance):
        """Exchanges some names throughout: whoever is asked for is another, and the answer stands where it stood."""
        if chance.random() < 0.5:
            return []
        pairs = []
        for name in article["names"]:
            if len(name) < 2 or DIGITS.match(name) or name.startswith("第") or name.endswith(("年", "季度")) or chance.random() < 0.5:
                continue
            other = chance.choice(self.names[len(name)])
            if all(name not in a and a not in name and other != a and other != b for a, b in pairs) and other not in article["names"]:
                pairs.append((name, other))
        return pairs[:12]

    def _batch(self, chosen, chance):
        windows, questions, of_window, of_question = [], [], [], []
        golds, spans, gold_sentences, extras, found = [], [], [], [], []
        for number, (article, numbers) in enumerate(chosen):
            pairs = self._renaming(article, chance)
            base = len(windows)
            # A long article is seen in part: the windows that answer, and others around them.
            wanted = {w for n in numbers for g in article["questions"][n]["gold"] for w, window in enumerate(article["windows"]) if window["passage"] == g}
            others = [w for w in range(len(article["windows"])) if w not in wanted]
            chance.shuffle(others)
            kept = sorted([*wanted, *others[: max(4, 30 - len(wanted))]])
            place = {w: base + at for at, w in enumerate(kept)}
            for w in kept:
                windows.append(self._window(article, w, pairs))
                of_window.append(number)
                found.append(1)
            for n in numbers:
                question = article["questions"][n]
                text = question["q"]
                if question["slips"] and chance.random() < 0.1:
                    text = chance.choice(question["slips"])
                text = exchanged(text, pairs)
                at = len(questions)
                questions.append(encode_question(self.tokenizer, text))
                of_question.append(number)
                gold = [w for w in kept if article["windows"][w]["passage"] in question["gold"]]
                runs = {w: (start, end) for w, start, end in question["runs"]}
                # Of a passage in several windows only the one with the run answers.
                for passage in question["gold"]:
                    parts = [w for w in gold if article["windows"][w]["passage"] == passage]
                    if len(parts) > 1 and any(w in runs for w in parts):
                        gold = [w for w in gold if w not in parts or w in runs]
                golds.append([place[w] for w in gold])
                span_by_window, sentence_by_window = {}, {}
                for w, (start, end) in runs.items():
                    if w in place:
                        span = windows[place[w]].span(start, end)
                        if span:
                            span_by_window[place[w]] = span
                            sentence_by_window[place[w]] = windows[place[w]].sentence[span[0] - windows[place[w]].start]
                spans.append(span_by_window)
                gold_sentences.append(sentence_by_window)
                for w, (start, end) in runs.items():
                    if w not in place:
                        continue
                    window = article["windows"][w]
                    around = [s for s in window["sentences"] if not (s[0] <= start and end <= s[1])]
                    if len(golds[-1]) == 1 and len(around) == len(window["sentences"]) - 1 and len(around) > 0 and chance.random() < 0.15:
                        rest = {**window, "text": "".join(window["text"][a:b] for a, b in around), "sentences": self._joined(around)}
                        extras.append((at, len(windows)))
                        windows.append(self._window(article, w, pairs, rest))
                        of_window.append(number)
                        found.append(0)
                    shared = [name for name in question["names"] if name in window["text"] or name in window["before"]]
                    if shared and chance.random() < 0.35:
                        name = chance.choice(shared)
                        other = self._another(name, article, chance)
                        answer = window["text"][start:end]
                        if other and name not in answer and other not in question["q"] and answer not in name:
                            changed = {**window, "text": window["text"].replace(name, other), "before": window["before"].replace(name, other)}
                            if len(changed["text"]) == len(window["text"]):
                                extras.append((at, len(windows)))
                                windows.append(self._window(article, w, pairs, changed))
                                of_window.append(number)
                                found.append(0)
                    break
        return self._arrays(windows, questions, of_window, of_question, golds, spans, gold_sentences, extras, found)

    @staticmethod
    def _joined(sentences):
        at, joined = 0, []
        for start, end in sentences:
            joined.append([at, at + end - start])
            at += end - start
        return joined

    def _window(self, article, at, pairs, window=None):
        key = (id(article), at) if window is None and not pairs else None
        if key in self.kept:
            return self.kept[key]
        window = window or article["windows"][at]
        context = exchanged(context_of(article, at, self.before, window), pairs)
        encoded = Encoded(self.tokenizer, context, exchanged(window["text"], pairs), window["sentences"])
        if key is not None:
            self.kept[key] = encoded
        return encoded

    @staticmethod
    def _arrays(windows, questions, of_window, of_question, golds, spans, gold_sentences, extras, found):
        longest = -(-max(len(window.ids) for window in windows) // 16) * 16
        ids = np.full((len(windows), longest), PAD, np.int64)
        sentence_of = np.full((len(windows), longest), -1, np.int64)
        window_of_sentence, sentences = [], 0
        first_sentence = []
        for at, window in enumerate(windows):
            ids[at, : len(window.ids)] = window.ids
            count = (window.sentence[-1] + 1) if window.sentence else 1
            sentence_of[at, window.start : window.start + len(window.sentence)] = np.array(window.sentence, np.int64) + sentences
            first_sentence.append(sentences)
            window_of_sentence += [at] * count
            sentences += count
        longest_question = -(-max(len(question) for question in questions) // 8) * 8
        question_ids = np.full((len(questions), longest_question), PAD, np.int64)
        gold = np.zeros((len(questions), len(windows)), bool)
        gold_sentence = np.zeros((len(questions), sentences), bool)
        starts = np.full((len(questions), len(windows)), -1, np.int64)
        ends = np.full((len(questions), len(windows)), -1, np.int64)
        for at, question in enumerate(questions):
            question_ids[at, : len(question)] = question
            gold[at, golds[at]] = True
            for window, (start, end) in spans[at].items():
                starts[at, window], ends[at, window] = start, end
            for window, sentence in gold_sentences[at].items():
                gold_sentence[at, first_sentence[window] + sentence] = True
        return {
            "ids": ids, "sentence_of": sentence_of, "window_of_sentence": np.array(window_of_sentence, np.int64),
            "question_ids": question_ids, "of_window": np.array(of_window), "of_question": np.array(of_question),
            "gold": gold, "gold_sentence": gold_sentence, "starts": starts, "ends": ends,
            "extras": np.array(extras, np.int64).reshape(-1, 2), "found": np.array(found, bool),
        }
