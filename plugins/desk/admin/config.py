"""The record types and where the repository lies in; Sveltia's whole configuration out, so that
the page cannot drift from what `check` takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from desk.admin.fields import COLLECTIONS, Field, field_of, name_key
from desk.keys import key_words, keys_of, kind_words
from newsroom.records.values import KINDS, Kind

BackendName = Literal["github", "gitlab", "gitea"]
BACKENDS: tuple[BackendName, ...] = get_args(BackendName)
_REVIEWED = ("github", "gitlab")
_NO_BODY = ("site", "section")
_LARGEST_PHOTO = 20 << 20
_LONGEST_SLUG = 80
WIDEST = 2560
"""Pixels of a photo as it is kept; readers are sent smaller ones."""
_ALIASES = "aliases"
_ICONS: dict[Kind, str] = {
    "article": "article",
    "campaign": "flag",
    "unit": "apartment",
    "bloc": "groups",
    "document": "description",
    "event": "event",
    "award": "workspace_premium",
    "section": "category",
    "page": "web",
}


class BadSettings(ValueError):
    """A setting of the page that cannot be; says which, in Vietnamese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminSettings:
    """Where the repository lies, as ADMIN in publishconf.py says it."""

    backend: BackendName = "github"
    repo: str = "co-quan/trang-tin"
    branch: str = "main"
    host: str = ""
    """The Git host's address where it is not the usual one: https://git.example.vn."""
    app_id: str = ""
    """Of the OAuth application at GitLab, Gitea or Forgejo; without it people give a token."""
    review: bool = False
    """Whether an article goes through a merge request before it is in."""
    content: str = "content"
    """The content folder, from the top of the repository."""
    site_url: str = ""

    def __post_init__(self) -> None:
        if self.backend not in BACKENDS:
            raise BadSettings(f"ADMIN: backend phải là {', '.join(BACKENDS)}")
        if self.review and self.backend not in _REVIEWED:
            raise BadSettings("ADMIN: review chỉ có với github và gitlab; Gitea, Forgejo không có")
        if self.backend == "gitea" and not self.host:
            raise BadSettings("ADMIN: với gitea phải ghi host, như https://git.example.vn")
        if self.host and not self.host.startswith("https://"):
            raise BadSettings("ADMIN: host phải bắt đầu bằng https://")


def admin_settings(given: dict[str, Any]) -> AdminSettings:
    """The settings of a dictionary. Raises BadSettings."""
    try:
        return AdminSettings(**given)
    except TypeError as error:
        raise BadSettings(f"ADMIN: {error}") from None


def config_of(settings: AdminSettings) -> dict[str, Any]:
    """The configuration, as `CMS.init` takes it."""
    photos = f"{settings.content}/photos"
    return {
        "load_config_file": False,
        "backend": _backend(settings),
        "publish_mode": "editorial_workflow" if settings.review else "simple",
        "app_title": "Biên tập",
        **({"site_url": settings.site_url} if settings.site_url else {}),
        "media_folder": photos,
        "public_folder": "photos",
        "media_libraries": {"default": {"config": _media()}, "stock_assets": {"providers": []}},
        # The clock of the editor's computer: with UTC an article of the early morning is of the
        # day before.
        "slug": {
            "encoding": "ascii",
            "clean_accents": True,
            "timezone": "local",
            "maxlength": _LONGEST_SLUG,
        },
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"quote": "double", "indent_sequences": True},
        },
        "collections": [_collection(kind, settings) for kind in KINDS if kind != "site"],
        "singletons": [_site(settings)],
    }


def _backend(settings: AdminSettings) -> dict[str, Any]:
    backend: dict[str, Any] = {
        "name": settings.backend,
        "repo": settings.repo,
        "branch": settings.branch,
        "commit_messages": {
            "create": "content: Thêm {{collection}} {{slug}}",
            "update": "content: Sửa {{collection}} {{slug}}",
            "delete": "content: Xóa {{collection}} {{slug}}",
            "uploadMedia": "content: Thêm tệp {{path}}",
            "deleteMedia": "content: Xóa tệp {{path}}",
        },
    }
    host = settings.host.rstrip("/")
    if host:
        root = {"github": "/api/v3", "gitlab": "/api/v4", "gitea": "/api/v1"}[settings.backend]
        backend |= {"base_url": host, "api_root": f"{host}{root}"}
    if settings.app_id and settings.backend != "github":
        backend |= {"app_id": settings.app_id, "auth_methods": ["oauth"]}
        backend |= {"auth_type": "pkce"} if settings.backend == "gitlab" else {}
    else:
        backend["auth_methods"] = ["token"]
    return backend


def _media() -> dict[str, Any]:
    """Photos are made smaller in the browser: the place where they were taken stays there."""
    photo = {"format": "webp", "quality": 88, "width": WIDEST, "height": WIDEST}
    return {
        "max_file_size": _LARGEST_PHOTO,
        "slugify_filename": True,
        "transformations": {"raster_image": photo},
    }


def fields_of(kind: Kind) -> list[Field]:
    """The fields of a kind. Where the CMS keeps old addresses by itself there is none for them:
    it would leave them to the editor."""
    kept = [key for key in keys_of(kind) if not (key.name == _ALIASES and keeps_aliases(kind))]
    fields = [field_of(key) for key in kept]
    return fields if kind in _NO_BODY else [*fields, _body()]


def keeps_aliases(kind: Kind) -> bool:
    """Whether the CMS may give a record another id, and then keeps its old address."""
    return kind == "article"


def _body() -> Field:
    words = key_words()
    return {
        "name": "body",
        "label": words("body"),
        "hint": words("body.hint"),
        "widget": "markdown",
        "required": False,
    }


def _collection(kind: Kind, settings: AdminSettings) -> dict[str, Any]:
    label, what = kind_words(kind)
    folder = COLLECTIONS[kind]
    named = name_key(kind)
    template = "{{number}}-{{issued | date('YYYY')}}" if kind == "document" else f"{{{{{named}}}}}"
    stages = ["create", "update"] if keeps_aliases(kind) else ["create"]
    return {
        "name": folder,
        "label": label,
        "description": what,
        "icon": _ICONS[kind],
        "folder": f"{settings.content}/{folder}",
        # From the top of the repository; else photos would lie beside each article.
        "media_folder": f"/{settings.content}/photos/{{{{year}}}}/{{{{month}}}}",
        "public_folder": "photos/{{year}}/{{month}}",
        "create": True,
        "identifier_field": named,
        "slug": {"template": template, "editable": stages},
        "summary": f"{{{{{named}}}}}",
        **(_of_articles() if kind == "article" else {}),
        **({"extension": "yaml", "format": "yaml"} if kind == "section" else {}),
        "fields": fields_of(kind),
    }


def _of_articles() -> dict[str, Any]:
    return {
        "path": "{{year}}/{{month}}/{{slug}}",
        "preview_path": (
            "tin/{{fields.date | date('YYYY')}}/{{fields.date | date('MM')}}/{{slug}}/"
        ),
        "aliases_field": _ALIASES,
        "sortable_fields": {
            "fields": ["date", "title"],
            "default": {"field": "date", "direction": "descending"},
        },
        "view_filters": [
            {"label": word, "field": "status", "pattern": code}
            for key in keys_of("article")
            if key.name == "status"
            for code, word in key.choices
        ],
    }


def _site(settings: AdminSettings) -> dict[str, Any]:
    return {
        "name": "site",
        "label": kind_words("site")[0],
        "icon": "settings",
        "file": f"{settings.content}/site.yaml",
        "format": "yaml",
        "fields": fields_of("site"),
    }
