"""A child that speaks the engine's protocol and finds a handful of words; for tests.

Each line is a paragraph, each full stop ends a sentence. A line with CRASH or HANG does just that.
"""

import json
import re
import sys
import time

SENTENCE = re.compile(r"[^.!?]+[.!?]?")
WORDS = {"leverage": "jargon", "synergy": "jargon", "best": "empty-claim"}


def findings(text):
    found = []
    for match in SENTENCE.finditer(text):
        sentence = match.group().rstrip()
        lead = len(sentence) - len(sentence.lstrip())
        sentence = sentence.lstrip()
        start = match.start() + lead
        end = start + len(sentence)
        where = [start, end]
        if re.match(r"(We|Our)\b", sentence):
            found.append(finding("self-centered", "strong", start, end, text, where))
        if "battery" in sentence:
            found.append(finding("feature-first", "mild", start, end, text, where))
        if sentence.startswith("Follow us"):
            found.append(finding("bare-ask", "strong", start, end, text, where))
        for word in re.finditer(r"\w+", sentence):
            kind = WORDS.get(word.group().lower())
            if kind:
                span = start + word.start(), start + word.end()
                found.append(finding(kind, "strong", *span, text, where))
    return sorted(found, key=lambda f: (f["start"], -f["end"]))


def finding(kind, severity, start, end, text, sentence):
    return {
        "kind": kind,
        "subkind": "buzzword" if kind == "jargon" else None,
        "severity": severity,
        "start": start,
        "end": end,
        "text": text[start:end],
        "sentence": sentence,
        "message": f"Found {kind}",
        "reason": f"“{text[start:end]}” is {kind}.",
        "suggestions": [],
    }


def say(**answer):
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def report(number, draft, first, last):
    paragraphs = []
    for line in range(first, last):
        text = draft["lines"][line]
        if "CRASH" in text:
            sys.exit(3)
        if "HANG" in text:
            time.sleep(3600)
        if text.strip():
            paragraphs.append(
                {"line": line, "lines": 1, "length": len(text), "findings": findings(text)}
            )
    for at in range(0, len(paragraphs), 16):
        say(
            say="findings",
            draft=number,
            revision=draft["revision"],
            grammar=True,
            paragraphs=paragraphs[at : at + 16],
        )
    text = "\n".join(draft["lines"])
    say(
        say="scores",
        draft=number,
        revision=draft["revision"],
        words=len(text.split()),
        characters=len(text),
        focus=0.5,
        customer_first=True,
        customer_last=False,
        reading_grade=7.5,
        analysed=1.0,
    )


def line_of(request, draft):
    """The line that is asked about; none if it has gone meanwhile, as in the real engine."""
    return "".join(draft["lines"][request["line"] : request["line"] + 1])


def suggest(request, draft, *, asks):
    text = line_of(request, draft)
    start, end = request["start"], request["end"]
    here = [f for f in findings(text) if (f["start"], f["end"]) == (start, end)]
    made = []
    if here and request["kind"] == "jargon":
        made = [("use", start, end, "plain"), ("", start, end, "remove")]
    elif here:
        made = [("You get […] today.", *here[0]["sentence"], "flip"), ("", start, end, "remove")]
    say(
        say="suggestions",
        draft=request["draft"],
        id=request["id"],
        suggestions=[
            {"text": t, "start": s, "end": e, "how": h, "complete": "[…]" not in t, "source": None}
            for t, s, e, h in made
        ]
        + [asking] * (asks and request["kind"] == "self-centered"),
    )


asking = {"text": "So what? […]", "start": 0, "end": 1, "how": "pain", "asks": True}


def teach(request, draft, pains):
    text = line_of(request, draft)
    answer = request["answer"]
    made = {"text": f"{answer['benefit']}.", "how": "answer", "source": None} if answer else {}
    say(
        say="question",
        draft=request["draft"],
        id=request["id"],
        feature="the feature",
        pains=pains,
        wishes={"evening": "you are home by six"},
        suggestions=[{**made, "start": 0, "end": len(text)}] if answer else [],
    )


class Fake:
    def __init__(self):
        self.drafts = {}
        self.waiting = {}
        self.right = None
        self.asks = False
        self.pains = ["late", "paperwork", "gone"]

    def take(self, request):
        getattr(self, "do_" + request["do"])(request)

    def do_open(self, request):
        self.drafts[request["draft"]] = {"lines": request["lines"], "revision": 0}
        self.changed(request, 0, len(request["lines"]))

    def do_edit(self, request):
        lines = self.drafts[request["draft"]]["lines"]
        first = request["first"]
        lines[first : first + request["removed"]] = request["lines"]
        self.changed(request, first, first + len(request["lines"]))

    def changed(self, request, first, last):
        number = request["draft"]
        self.drafts[number]["revision"] = request["revision"]
        low, high = self.waiting.get(number, (first, last))
        self.waiting[number] = min(low, first), max(high, last)
        if not request.get("more"):
            report(number, self.drafts[number], *self.waiting.pop(number))
            if self.right is not None:
                self.spell(number, self.drafts[number])

    def do_visible(self, request):
        pass

    def do_suggest(self, request):
        suggest(request, self.drafts[request["draft"]], asks=self.asks)

    def do_teach(self, request):
        teach(request, self.drafts[request["draft"]], self.pains)

    def do_ground(self, request):
        at = len(request["text"]) if request["last"] else 0
        sentences = ["You never know when your train comes in.", "Let’s talk about […]."]
        made = [f"\n\n{s}" if request["last"] else f"{s}\n\n" for s in sentences]
        source = {"persona": "Olga, lead", "entry": "pain:late", "quote": "Late again.", "by": "Al"}
        say(
            say="ground",
            draft=request["draft"],
            id=request["id"],
            suggestions=[
                {"text": t, "start": at, "end": at, "how": "pain", "source": source} for t in made
            ],
        )

    def do_settings(self, request):
        if request["persona"] and "broken" in request["persona"]["text"]:
            say(say="problem", what="it is broken", where="p", remedy="Mend it.")
        for number, draft in self.drafts.items():
            report(number, draft, 0, len(draft["lines"]))

    def do_spelling(self, request):
        self.right = set(request["words"]) if request["variety"] else {"teh", "recieve"}
        for number, draft in self.drafts.items():
            self.spell(number, draft)

    def spell(self, number, draft):
        paragraphs = []
        for line, text in enumerate(draft["lines"]):
            words = [m.span() for m in re.finditer(r"\b(teh|recieve)\b", text)]
            words = [[s, e] for s, e in words if text[s:e] not in self.right]
            paragraphs.append({"line": line, "lines": 1, "length": len(text), "words": words})
        say(say="spelling", draft=number, revision=draft["revision"], paragraphs=paragraphs)

    def do_spell(self, request):
        words = {"teh": ["the", "ten"], "recieve": ["receive"]}.get(request["word"], [])
        say(say="spellings", draft=request["draft"], id=request["id"], suggestions=words)

    def do_close(self, request):
        self.drafts.pop(request["draft"], None)

    def do_ping(self, _request):
        say(say="pong")


def main():
    say(say="started")
    say(say="ready", model="fake 1.0")
    fake = Fake()
    for line in sys.stdin:
        fake.take(json.loads(line))


if __name__ == "__main__":
    main()
