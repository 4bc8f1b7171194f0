"""The preview: the site on this machine, drafts and all, brought up to date at every save.

`watching` builds and watches; `serving` answers browsers and tells them of each new edition, and
of problems, which the page then shows over the last good one (`page.js`); `remarking` says what an
editor would of a page that is looked at.
"""

from desk.preview.remarking import remarks_at
from desk.preview.serving import is_free, serve
from desk.preview.watching import News, watch_and_build

__all__ = ["News", "is_free", "remarks_at", "serve", "watch_and_build"]
