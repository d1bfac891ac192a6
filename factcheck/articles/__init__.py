"""Files to Articles: encoding, front matter, masks, sections, sentences, language."""

from factcheck.articles.files import find_articles
from factcheck.articles.reading import article_from_text, content_key, read_article

__all__ = ["article_from_text", "content_key", "find_articles", "read_article"]
