"""Who a number is about: the best-placed entity of the sentence, else the subject carried over."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.view import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.view import View
    from factcheck.mentions.lexicon import EntityMention
    from factcheck.types import Quantity

SOURCE_GAP = 6
"""Characters between a name and the verb of saying that makes it a source."""
ABOUT = 60.0
CROWD = 18.0
LOCATIVE = 25.0
WHERE = frozenset({"market", "sector", "country", "place"})
"""Kinds that say where rather than who, after a preposition of place: 在中國雲市場的份額."""
OPENING = 12
"""Characters from a sentence's start within which a name that no rule knows is taken for its subject."""
WORD = 40
"""No function word is longer."""
NEAREST = 12
"""Names looked at on either side of a number."""
CROWDS = frozenset({"market", "index", "sector", "country", "place"})
OWNED = frozenset({"product", "model", "chip", "segment", "platform"})
LIST_MARKS = frozenset({"、", ",", "，", "和", "及", "与", "and"})
RATER_GAP = 3
"""Characters between a bank's name and the verb that makes it the one who rates."""
RATING = "price_target"
MUTE = frozenset({"commodity", "index", "currency", "crypto", "bond", "product", "model", "chip"})
"""Kinds that say nothing themselves: 金價預測 is a forecast of gold, not by it."""
PLACES = frozenset({"country", "place", "person", "media"})
"""Kinds that are the subject only where nothing else is, or where the metric asks for them."""


OBJECT_MARKS = frozenset("与和对向给")
"""Prepositions that make the next name an object."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity with how sure it is the number's subject."""

    entity: str
    surface: str
    kind: str
    open: bool
    confidence: float
    start: int = -1
    joint: bool = False
    """Several names that share one value (合計)."""


@dataclass(slots=True)
class Carried:
    """What one sentence hands to the next: its subject, while paragraph and section last."""

    subject: Subject | None = None
    section: int = -1
    heading: Subject | None = None
    company: Subject | None = None
    """The company named last as a subject: what 集團 and "the company" mean, whatever market was named since."""
    topic: Subject | None = None
    """The market or fund that the numbers before were about."""
    product: Subject | None = None
    """The model or product named last: what 新模型 and "the device" mean."""

    def followers(self, view: View, quantity: Quantity) -> list[tuple[Subject, float]]:
        """Subjects that the sentence may silently go on about, with their confidence."""
        said = {word.value for word in view.role("pronoun") if word.end <= quantity.start}
        found = [(self.product, 0.75)] if "product" in said else []
        if self.company is not None and (
            "company" in said or (self.subject is not None and self.subject.kind in CROWDS)
        ):
            found.append((self.company, 0.72))
        found += [(self.subject, 0.75 if said else 0.66), (self.heading, 0.6)]
        return [(subject, confidence) for subject, confidence in found if subject is not None]

    def product_meant(self, view: View, quantity: Quantity, best: EntityMention) -> bool:
        """Whether 新模型 or "the device" stands nearer to the number than the best name does."""
        if self.product is None:
            return False
        words = [w for w in view.role("pronoun") if w.value == "product" and w.end <= quantity.start]
        return bool(words) and (words[-1].start > best.end or is_compared(view, quantity, best))


def last_product(view: View) -> Subject | None:
    """The model, chip or product that the sentence names last."""
    found = [m for m in view.entities if m.kind in ("product", "model", "chip")]
    return subject_of(view, found[-1], 0.7) if found else None


def candidates(
    view: View, quantity: Quantity, kinds: frozenset[str], about: frozenset[str] = frozenset(), object_at: int = -1
) -> list[tuple[float, EntityMention]]:
    """Entities of the sentence that can be the subject, best first; of a kind in `about` or at `object_at` before all others."""
    clause = view.clause(quantity.start)
    # 阿里巴巴港股, the chip sector's Hua Hong: beside a company that can bear the number, its market or sector is no subject.
    crowd = "company" in kinds and any(mention.kind == "company" for mention in view.entities)
    scored = []
    at = bisect_left(view.entities, quantity.start, key=lambda mention: mention.start)
    first = max(0, at - NEAREST)
    for index, mention in enumerate(view.entities[first : at + NEAREST], first):
        if mention.start < quantity.end and quantity.start < mention.end:
            continue
        score = _place_score(view, quantity, mention, clause)
        if score is None:
            continue
        score += _kind_score(mention, kinds) - (
            CROWD if crowd and mention.kind in WHERE and mention.kind not in about else 0
        )
        if mention.kind in about or (object_at >= 0 and 0 <= mention.start - object_at <= 2):
            score += ABOUT
        score += _role_score(view, quantity, mention)
        if mention.end <= quantity.start:
            score += _subject_bonus(view, mention, clause, first=index == 0)
        scored.append((score, mention))
    scored.sort(key=lambda pair: -pair[0])
    return scored


def _place_score(view: View, quantity: Quantity, mention: EntityMention, clause: int) -> float | None:
    scale = 0.35 if view.chinese else 0.12
    if mention.end <= quantity.start:
        gap = clause - view.clause(mention.start)
        distance = quantity.start - mention.end
        crossed = view.quantities_between(mention.end, quantity.start)
        return 100 - min(9 * gap, 27) - min(scale * distance, 25) - (min(2 * crossed, 6) if gap else 0)
    gap = view.clause(mention.start) - clause
    if gap > 0:
        return 40 - 10 * gap if not view.chinese else None
    return (
        70 - min(scale * (mention.start - quantity.end), 20) - 8 * view.quantities_between(quantity.end, mention.start)
    )


def _subject_bonus(view: View, mention: EntityMention, clause: int, *, first: bool) -> float:
    """What speaks for a name in an earlier clause being its subject and not an object: it opens the clause."""
    bonus = 4.0 if first else 0.0
    if view.folded[mention.start - 1 : mention.start] in OBJECT_MARKS:
        return bonus - 6
    if view.clause(mention.start) != clause:
        lead = view.between(view.clause_start(mention.start), mention.start).strip(" “”\"'「」《》(*#>-")
        return bonus + (12 if len(lead) <= (4 if view.chinese else 12) else -10)
    return bonus + 9


def _kind_score(mention: EntityMention, kinds: frozenset[str]) -> float:
    if kinds and mention.kind not in kinds:
        return -8 if mention.kind in ("open", "company") and kinds & {"company"} else -45
    if mention.kind in PLACES:
        # A country beside a company is where, not who; statistics of countries name no company.
        return -14 if kinds else -30
    if not kinds and mention.open and mention.kind == "product":
        return -12
    return 0


def _is_owner(view: View, quantity: Quantity, mention: EntityMention) -> bool:
    """Whether the company only owns what the number is about: 百度的文心X1.1."""
    at = bisect_left(view.entities, mention.end, key=lambda other: other.start)
    if mention.kind != "company" or at >= len(view.entities):
        return False
    owned = view.entities[at]
    gap = view.between(mention.end, owned.start)
    return owned.kind in OWNED and owned.end <= quantity.start and gap in ("", "的", "'s ", " ")


def _role_score(view: View, quantity: Quantity, mention: EntityMention) -> float:
    if _is_owner(view, quantity, mention):
        return -14
    if is_source(view, mention):
        # The one who speaks last speaks of its own numbers more often than those who quote it.
        later = any(m.start > mention.start and m.end <= quantity.start and is_source(view, m) for m in view.entities)
        return -38 if later or mention.kind in PLACES else -24
    if is_compared(view, quantity, mention):
        return -42
    if mention.kind in WHERE and _is_where(view, mention):
        return -LOCATIVE
    return 0


def _is_where(view: View, mention: EntityMention) -> bool:
    """Whether a preposition of place stands before the name, or before the place that the name follows: 在中國AI雲市場."""
    reach = 9 if view.chinese else 24
    for word in view.near("place", mention.start - reach - WORD, mention.start):
        gap = view.between(word.end, mention.start) if 0 <= mention.start - word.end <= reach else None
        if gap is not None and "的" not in gap and not any(mark in gap for mark in ",，、"):
            return True
    return False


def is_source(view: View, mention: EntityMention) -> bool:
    """Whether the name only says the number: 據X統計, X表示, according to X."""
    if mention.kind in MUTE:
        return False
    after = mention.end + SOURCE_GAP
    for word in view.near("attribution_after", mention.end, after + WORD):
        if word.start <= after and not view.quantities_between(mention.end, word.start):
            gap = view.between(mention.end, word.start)
            if not any(mark in gap for mark in ",，。；;、"):
                return True
    if any(
        0 <= word.start - mention.end <= RATER_GAP
        for word in view.near("rater", mention.end, mention.end + RATER_GAP + WORD)
    ) and _rates(view, mention):
        return True
    for word in view.near("attribution_before", mention.start - 12 - WORD, mention.start):
        reach = 4 if view.chinese else 12
        if 0 <= mention.start - word.end <= reach and "," not in view.between(word.end, mention.start):
            return True
    return False


def speaks(view: View, mention: EntityMention) -> bool:
    """Whether a source says its own numbers ("Shell said") rather than lending data (據X數據, "the X consensus")."""
    return any(
        word.value != "data" and 0 <= word.start - mention.end <= SOURCE_GAP for word in view.role("attribution_after")
    )


def _rates(view: View, mention: EntityMention) -> bool:
    """Whether the sentence is about a rating of somebody else: 大行上調公司目標價."""
    return (
        mention.kind in ("company", "open")
        and view.speaks_of(RATING)
        and any(other is not mention and other.entity != mention.entity for other in view.entities)
    )


def is_compared(view: View, quantity: Quantity, mention: EntityMention) -> bool:
    """Whether the name is what the subject is compared with: 較X, 是X的80%, than X."""
    reach = 2 if view.chinese else 6
    if mention.end <= quantity.start:
        if _after_comparator(view, mention, reach):
            return True
        gap = view.between(mention.end, quantity.start)
        others = any(other.end <= mention.start for other in view.entities)
        return gap in ("的", " 的", "芯片的") and (others or any(w.end <= mention.start for w in view.role("pronoun")))
    return _after_comparator(view, mention, reach)


def _after_comparator(view: View, mention: EntityMention, reach: int) -> bool:
    """Whether a comparing word stands right before the name, or before the list that the name is part of: 超越A、B和C."""
    at = bisect_left(view.entities, mention.start, key=lambda other: other.start)
    first = mention
    for other in reversed(view.entities[max(0, at - 4) : at]):
        gap = view.between(other.end, first.start)
        if len(gap) > 4 or gap.strip() not in LIST_MARKS:
            break
        first = other
    before = view.near("comparator", first.start - reach - WORD, first.start)
    return any(first.start - word.end <= reach for word in before)


def find_subjects(
    view: View, quantity: Quantity, kinds: frozenset[str], about: frozenset[str], carried: Carried, object_at: int = -1
) -> list[Subject]:
    """The subjects of a number: several where a list shares the value (阿里、百度跌超3%), none where nobody is known."""
    ranked = candidates(view, quantity, kinds, about, object_at)
    if carried.subject is not None:
        # What stands behind the number is its object more often than its subject.
        ranked = [(score if m.end <= quantity.start or m.kind in about else score - 25, m) for score, m in ranked]
        ranked.sort(key=lambda pair: -pair[0])
    if ranked and ranked[0][0] >= 60 and not carried.product_meant(view, quantity, ranked[0][1]):
        score, best = ranked[0]
        return _with_siblings(view, quantity, best, min(0.97, 0.55 + score / 240))
    if carried.topic is not None and carried.topic.kind in about:
        return [replace(carried.topic, confidence=0.66)]
    for subject, confidence in carried.followers(view, quantity):
        if not kinds or subject.kind in kinds or subject.open:
            return [Subject(subject.entity, subject.surface, subject.kind, subject.open, confidence, subject.start)]
    if ranked and ranked[0][0] >= 35:
        score, best = ranked[0]
        return _with_siblings(view, quantity, best, 0.5)
    return []


def _with_siblings(view: View, quantity: Quantity, best: EntityMention, confidence: float) -> list[Subject]:
    siblings = next((run for run in listed(view, _one_side(view, quantity, best)) if best in run), [best])
    if len(siblings) > 1 and len({mention.entity for mention in siblings}) > 1:
        if _together(view, quantity):
            return [_joint(view, siblings, confidence)]
        if not view.quantities_between(siblings[-1].end, quantity.start) or siblings[0].start > quantity.end:
            kinds = {mention.kind for mention in siblings}
            if len(kinds) == 1 or best.kind in ("company", "open"):
                return [subject_of(view, mention, confidence) for mention in siblings if mention.kind == best.kind]
    return [subject_of(view, best, confidence)]


def _one_side(view: View, quantity: Quantity, best: EntityMention) -> Sequence[EntityMention]:
    if best.end <= quantity.start:
        return [mention for mention in view.entities if mention.end <= quantity.start]
    return [mention for mention in view.entities if mention.start >= quantity.end]


def _together(view: View, quantity: Quantity) -> bool:
    start, end = view.clause_start(quantity.start), min(view.clause_end(quantity.end), quantity.end + 12)
    return any(start <= word.start and word.end <= end for word in view.role("together"))


def _joint(view: View, mentions: Sequence[EntityMention], confidence: float) -> Subject:
    names = sorted({mention.entity for mention in mentions})
    surface = view.between(mentions[0].start, mentions[-1].end)
    return Subject(
        "+".join(names), surface, mentions[0].kind, any(m.open for m in mentions), confidence, mentions[0].start, True
    )


def subject_of(view: View, mention: EntityMention, confidence: float) -> Subject:
    """The mention as a subject."""
    surface = view.between(mention.start, mention.end)
    return Subject(mention.entity, surface, mention.kind, mention.open, confidence, mention.start)


def sentence_subject(view: View) -> Subject | None:
    """The subject that the sentence hands on: its first entity that is no place and no comparison, a source only for want of others."""
    fallback: Subject | None = None
    for mention in view.entities:
        if mention.kind in PLACES or (mention.open and mention.kind == "product"):
            continue
        if view.folded[mention.end : mention.end + 6].find("】") >= 0 and view.folded[view.sentence.start] == "【":
            continue  # 【晶片股業績】 labels the story
        if mention.kind == "open" and mention.start - view.sentence.start > OPENING:
            continue  # a capitalised run inside a sentence may be anything; at its start it is the subject
        if view.chinese and view.quantities_between(view.clause_start(mention.start), mention.start):
            continue  # 買入價值550萬美元阿里巴巴股票: what was bought buys nothing
        if is_source(view, mention):
            if not speaks(view, mention):
                continue
            fallback = fallback or subject_of(view, mention, 0.6)
            continue
        before = view.between(max(view.sentence.start, mention.start - 2), mention.start)
        if not any(word.end == mention.start for word in view.role("comparator")) and before[-1:] not in OBJECT_MARKS:
            return subject_of(view, mention, 0.7)
    return fallback
