"""Identical wire copy counts as one source."""

from __future__ import annotations

from factcheck.comparison.copies import mark_copies
from factcheck.comparison.figures import documents
from tests.comparison.factory import extraction

STORY = (
    "港口管理局昨日公布，上月經由東部碼頭轉運的貨櫃達二十三萬個標準箱，比一年前同期增加近一成，"
    "其中往來東南亞航線的增幅最大。局方說，新啟用的自動化堆場令平均周轉時間縮短至四十小時，"
    "預計年底前再有兩條泊位投產，屆時全年處理能力可望提高三分之一。碼頭工會則關注夜班人手不足，"
    "要求資方在合約更新時加入輪休條款，並提高危險品作業的津貼。"
)


def marks(*texts: str) -> list[int]:
    """The copy numbers of articles with those texts."""
    found = documents([extraction(f"a{n}", {"surface": "5%"}, text=text) for n, text in enumerate(texts)], [])
    mark_copies(found)
    return [document.copy for document in found]


def test_a_story_with_another_dateline_is_a_copy():
    """A line before the text does not make another source."""
    assert marks(STORY, "（本報訊）" + STORY) == [0, 0]


def test_a_story_in_the_other_script_is_a_copy():
    """Traditional and Simplified versions of one text are one source."""
    import opencc

    assert marks(STORY, opencc.OpenCC("t2s").convert(STORY)) == [0, 0]


def test_two_stories_are_two_sources():
    """Other words about the same thing are another source."""
    other = STORY[::-1]
    assert marks(STORY, other) == [0, 1]
