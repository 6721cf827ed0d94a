"""Files that were damaged, and every verb asked of them: an answer or a sentence, and nothing is changed."""

from __future__ import annotations

import random

from asking import Rep

READING = [
    *(("today",), ("list", "2024-01-01..today"), ("due",), ("stats",), ("plan",), ("goal", "list")),
    *(("settings",), ("off",), ("purpose",), ("check",)),
]
SAVING = (("log", "call", "Acme"), ("note", "x"), ("undo",), ("settings", "floor", "2"))


def damaged(whole: bytes, seed: int) -> bytes:
    """The file with some bits flipped, cut short, or a page of it blank."""
    chance = random.Random(seed)
    if seed % 5 == 0:
        return whole[: chance.randrange(100, len(whole))]
    if seed % 5 == 1:
        page = chance.randrange(1, len(whole) // 4096) * 4096
        return whole[:page] + bytes(4096) + whole[page + 4096 :]
    hurt = bytearray(whole)
    for _ in range(chance.choice((1, 8, 200))):
        hurt[chance.randrange(100, len(hurt))] ^= 1 << chance.randrange(8)
    return bytes(hurt)


def hurt(rep: Rep, seed: int) -> bytes:
    for n in range(3):
        rep.asks("log", "call", f"Customer {n}", "-m", "x" * 4_000, "--on", "2024-01-29")
    rep.asks("goal", "add", "Sell", "--measure", "call", "--target", "9", "--by", "2024-12-31")
    rep.asks("off", "2024-02-08")
    content = damaged(rep.path.read_bytes(), seed)
    rep.path.write_bytes(content)
    return content


def ask_all(rep: Rep, seed: int) -> None:
    content = hurt(rep, seed)
    for words in READING:
        answer = rep.asks(*words)
        assert answer.code in (0, 1), words
        assert answer.err.count("\n") <= 1, words
        assert rep.path.read_bytes() == content, words
    for words in SAVING:
        before = rep.path.read_bytes()
        answer = rep.asks(*words)
        assert answer.code in (0, 1), words
        assert answer.code == 0 or rep.path.read_bytes() == before, words
