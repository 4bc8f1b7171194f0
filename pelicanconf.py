"""Technical facts only. What an agency decides for itself stands in content/site.yaml."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
if str(ROOT / "plugins") not in sys.path:
    sys.path.insert(0, str(ROOT / "plugins"))

import newsroom  # noqa: E402 - plugins/ has to be on the path first

# The module, not its name: Pelican only logs a name that fails to import, and exits 0.
PLUGINS = [newsroom]

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
CACHE_PATH = str(ROOT / ".cache")
SITEURL = ""
SITENAME = "Tin Thi Đua"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"

# Interface words that this agency spells differently, by the ids of theme/translations:
# LABELS = {"article.tags": "Từ khoá"}
LABELS: dict[str, str] = {}

# Whether the page of `invoke admin` goes out with the site, at /admin/. A host name of its own is
# safer: SECURITY.md.
PUBLISH_ADMIN = False

# Pelican's own blog is off: no articles, pages, feeds or static files of its own.
READERS = {"rst": None, "html": None}
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False
