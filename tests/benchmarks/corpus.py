"""Drafts of any length, made from sentence patterns of our own; the same for the same seed."""

from __future__ import annotations

import json
import random
from pathlib import Path

_DRAFTS = Path(__file__).parents[2] / "training" / "train.jsonl"
_SLOTS = {
    "goods": "yoghurt pallets|spare tyres|frozen peas|garden chairs|glass jars|school desks",
    "person": "the night shift|a driver|the shop manager|your accountant|the new nurse|a parent",
    "place": "the Hull depot|gate 14|the back office|the loading bay|ward 3|the corner shop",
    "time": "before nine|by Thursday|within a day|every other week|at the end of the quarter",
    "number": "12|40|175|1,200|9|63|5,000",
    "thing": "damper|invoice|label printer|timetable|booking form|scanner|trolley",
    "name": "Norwick Freight|Ledgerly|Brightwell|Tallow & Sons",
    "emoji": "😀|🚀|👩‍🔧|📦|🇬🇧|☕",
}
_PLAIN = """
Half of the {goods} stood in the rain at {place} last week.
You open the crate, count to {number} and sign.
Your {thing} tells you {time} which of the {goods} are late.
{person} asked why {number} of the {goods} never arrived.
When the {thing} jams, {person} waits and the queue grows.
What would you do with {number} minutes more {time}?
Nobody at {place} wants to explain a broken {thing} to {person}.
Send the form {time}, and the {goods} leave {place} the same day.
{emoji} A calm morning at {place} starts with a clean list.
It took {person} {number} calls to find the {thing}.
You see on one page what came, what broke and what it cost.
The {goods} that {person} ordered stay cold until {place}.
If a {thing} fails {time}, you get another one without a form.
Most of the damage happens between {place} and the first {number} miles.
"""
_MARKED = """
We are thrilled to announce that {name} has won another award {emoji}.
Our team at {place} is proud of {number} years of passion and excellence.
At {name}, we believe that quality is in our DNA.
The {thing} has a {number} mAh battery and a titanium housing.
Our platform supports {number} integrations and role-based access.
We leverage cutting-edge synergies in order to utilize every {thing}.
{name} is the leading provider of best-in-class {goods}.
Follow us on LinkedIn!
Our holistic ecosystem facilitates world-class {goods} solutions.
"""


def draft(words: int, seed: int = 7) -> str:
    """Return a draft of about so many words, in paragraphs of some 75, one in seven a heading."""
    chance = random.Random(seed)
    slots = {name: values.split("|") for name, values in _SLOTS.items()}
    plain, marked = _PLAIN.strip().splitlines(), _MARKED.strip().splitlines()
    paragraphs: list[str] = []
    count = 0
    while count < words:
        if chance.random() < 1 / 7:
            paragraph = f"## The {chance.choice(slots['thing'])} of {chance.choice(slots['place'])}"
        else:
            patterns = chance.choices(plain, k=5) + chance.choices(marked, k=2)
            chance.shuffle(patterns)
            paragraph = " ".join(
                _capital(p.format(**{name: chance.choice(v) for name, v in slots.items()}))
                for p in patterns
            )
        count += len(paragraph.split())
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)


def unlike(words: int) -> str:
    """Return about so many words of the training drafts, in which hardly a sentence recurs."""
    paragraphs: list[str] = []
    count = 0
    for line in _DRAFTS.read_text(encoding="utf-8").splitlines():
        last = None
        for sentence in json.loads(line)["sentences"]:
            text = sentence["text"]
            if sentence["p"] == last:
                paragraphs[-1] += f" {text}"
            else:
                paragraphs.append(text)
            last = sentence["p"]
            count += len(text.split())
        if count >= words:
            break
    return "\n\n".join(paragraphs)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
