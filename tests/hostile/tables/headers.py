"""Front matter that attacks its reader: YAML bombs, depth, size, types, keys, values."""

from __future__ import annotations

from tests.hostile.cases import CANARY, SHOT, Row, article, of_key, path_of

DEEP = 100_000


def of_header(name: str, text: str, *codes: str) -> Row:
    """A row whose hostile part is a header as it stands."""
    return Row(name=name, files={path_of(name): f"---\n{text}\n---\n\nĐoạn.\n"}, codes=codes)


def _with(name: str, line: str, *codes: str) -> Row:
    lines = f"title: Tin\ndate: 2020-07-20\nsection: chinh-tri\n{line}"
    return of_header(name, lines, *codes)


_LAUGHS = "\n".join(
    [
        "a0: &a0 [x, x, x, x, x, x, x, x, x]",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)),
    ]
)
YAML: tuple[Row, ...] = (
    _with("yaml-bomb", _LAUGHS, "E107"),
    _with("yaml-anchor-to-itself", "tags: &a [*a]", "E107"),
    _with("yaml-merge", "<<: {status: draft}", "E120"),
    _with("yaml-python-object", "tags: !!python/object/apply:os.system ['id']", "E108"),
    _with("yaml-python-name", "byline: !!python/name:os.system x", "E108"),
    _with("yaml-local-tag", "byline: !x y", "E108"),
    _with("yaml-binary", "byline: !!binary aGk=", "E108"),
    _with("yaml-directive-document", "...\n%YAML 9.9", "E104"),
    _with("yaml-two-documents", "...\ntitle: hai", "E104"),
    _with("yaml-key-twice", "title: hai", "E106"),
    _with("yaml-list-as-key", "? [a]\n: b", "E104"),
    _with("yaml-mapping-as-key", "? {a: b}\n: c", "E104"),
    _with("yaml-no-key", ": x", "E104"),
    _with("yaml-flow-too-deep", "tags: " + "[" * DEEP, "E110"),
    _with("yaml-flow-closed-too-deep", "tags: " + "[" * 60 + "]" * 60, "E110"),
    _with("yaml-mappings-too-deep", "tags: " + "{a: " * 2_000, "E110"),
    _with("yaml-block-too-deep", "\n".join("  " * n + "a:" for n in range(200)), "E110"),
    _with("yaml-dashes-too-deep", "tags:\n  " + "- " * 500 + "x", "E110"),
    _with("yaml-questions-too-deep", "? " * 3_000, "E110"),
    _with("yaml-quote-unclosed", 'byline: "' + "x" * 10_000, "E104"),
    _with("yaml-long-key", "k" * 5_000 + ": x", "E104"),
    _with("yaml-many-keys", "\n".join(f"k{n}: x" for n in range(5_000)), "E120"),
    _with("yaml-tabs", "\t" * 1_000 + "byline: x", "E104", "E105"),
    _with("yaml-header-of-ten-megabytes", "byline: " + "x" * (10 << 20), "E109"),
    _with("yaml-header-of-half-a-megabyte", "byline: " + "x" * (512 << 10), "E115"),
    _with("yaml-escape-of-a-control", 'byline: "a\\u0000b"', "E112"),
    _with("yaml-escape-of-a-bell", 'title: "a\\ab"', "E106", "E112"),
    _with("yaml-escape-of-no-character", 'byline: "a\\uffffb"', "E112"),
    _with("yaml-escape-of-a-newline", 'byline: "a\\n---\\nstatus: draft"'),
    _with("yaml-escape-of-a-half-pair", 'byline: "a\\ud800b"', "E104"),
    _with("yaml-nothing-but-fences", "---\n---"),
    of_header("yaml-list-at-the-top", "- a\n- b", "E118"),
    of_header("yaml-text-at-the-top", "chỉ có chữ", "E118"),
    of_header("yaml-brackets-alone", "[" * 300, "E110"),
    Row(
        name="yaml-fence-of-other-files",
        files={path_of("yaml-fence-of-other-files"): '+++\ntitle = "x"\n+++\nx\n'},
        codes=("E101",),
    ),
    Row(
        name="site-bomb",
        files={"site.yaml": f"name: x\nowner: y\n{_LAUGHS}\n"},
        codes=("E107",),
    ),
)

TYPES: tuple[Row, ...] = (
    of_key("key-body", "body", f"<script>{SHOT}</script>", "E120"),
    of_key("key-id", "id", "../../x", "E119"),
    of_key("key-file", "file", "/etc/passwd", "E120"),
    of_key("key-made-summary", "made_summary", "x", "E120"),
    of_key("key-save-as", "save_as", "../../x.html", "E120"),
    of_key("key-url", "url", "/x/", "E120"),
    of_key("key-slug", "slug", "../x", "E120"),
    of_key("key-template", "template", "../../../etc/passwd", "E120"),
    of_key("key-dunder", "__class__", "x", "E120"),
    of_key("title-as-list", "title", ["a", "b"], "E124"),
    of_key("title-as-mapping", "title", {"a": "b"}, "E124"),
    of_key("title-of-nothing-seen", "title", "\u200b\ufeff\u2060", "E121"),
    of_key("tags-as-text", "tags", "a, b", "E122"),
    of_key("tag-as-list", "tags", [["a"]], "E124"),
    of_key("photo-as-text", "photo", "photos/x.jpg", "E123"),
    of_key("status-unknown", "status", "hidden", "E130"),
    of_key("status-in-capitals", "status", "Published", "E130"),
    of_key("language-unknown", "language", "../vi", "E130"),
    of_key("date-with-script", "date", f"2020-07-20<script>{SHOT}</script>", "E125"),
    of_key("date-far-away", "date", "99999-01-01", "E125"),
    of_key("date-before-time", "date", "0000-00-00", "E125"),
    of_key("date-with-other-digits", "date", "２０２０-07-20", "E125"),
    of_key("date-with-a-far-offset", "date", "2020-07-20 09:00+99:99", "E125"),
    of_key("date-at-the-end-of-time", "expires", "9999-12-31", "E125"),
    of_key("date-at-the-beginning", "date", "0001-01-01", "E125"),
    of_key("date-of-a-thousand-digits", "date", "2" * 1_000, "E125"),
    of_key("period-with-script", "period", "2020<script>", "E126"),
    of_key("period-of-a-long-span", "period", "0001..9999", "E126"),
    of_key("flag-as-code", "featured", "__import__('os')", "E129"),
    of_key("number-infinite", "tasks", {"total": "inf"}, "E128"),
    of_key("number-huge", "tasks", {"total": "9" * 5_000}, "E128"),
    of_key("number-with-exponent", "tasks", {"total": "1e9"}, "E128"),
    of_key("number-of-other-digits", "tasks", {"total": "١٢"}, "E128"),
)

ADDRESSES: tuple[Row, ...] = (
    *(
        of_key(f"source-{name}", "source", {"name": "x", "url": url}, "E134")
        for name, url in (
            ("script", f"javascript:{SHOT}"),
            ("script-with-tab", f"java\tscript:{SHOT}"),
            ("script-after-newline", f"https://a.example/\njavascript:{SHOT}"),
            ("data", "data:text/html,x"),
            ("without-scheme", f"//{CANARY}/"),
            ("backslash", f"https:\\\\{CANARY}\\"),
            ("user", f"https://a.example@{CANARY}/"),
            ("quote", f'https://a.example/"onmouseover="{SHOT}'),
            ("angle", "https://a.example/<script>"),
            ("space", "https://a.example/a b"),
            ("no-host", "https:///x"),
        )
    ),
    *(
        of_key(f"alias-{name}", "aliases", [alias], "E136")
        for name, alias in (
            ("up", "/../../etc/cron.d/x"),
            ("up-in-the-middle", "/a/../../x/"),
            ("encoded-up", "/%2e%2e/x/"),
            ("two-slashes", f"//{CANARY}/"),
            ("backslash", "/a\\..\\x"),
            ("newline", "/a\n/* /x 301"),
            ("space", "/a /b 301"),
            ("query", "/a?x=1"),
            ("fragment", "/a#x"),
            ("hidden", "/.htaccess"),
            ("well-known", "/.well-known/security.txt"),
            ("drive", "C:/x"),
            ("script", f"javascript:{SHOT}"),
            ("splat", "/*"),
            ("placeholder", "/:splat"),
            ("nginx", "/x;}location/{return 200;}"),
            ("variable", "/${host}"),
            ("angle", "/<script>"),
            ("long", "/" + "a" * 300),
        )
    ),
    of_key("source-right-to-left", "source", {"name": "x", "url": "https://a.vn/\u202egpj.exe"}),
    of_key("alias-nul", "aliases", ["/a\u0000b"], "E112"),
    of_key("alias-decomposed", "aliases", ["/tu\u031bo\u031b/"]),
    of_key("alias-of-the-home-page", "aliases", ["/"], "E136"),
    of_key("alias-of-a-file-of-ours", "aliases", ["/robots.txt"], "E206"),
    of_key("alias-of-the-tables-of-a-host", "aliases", ["/_headers"], "E206"),
    of_key("alias-of-the-marker", "aliases", ["/.newsroom"], "E136"),
    of_key("alias-under-a-file-of-ours", "aliases", ["/feed.atom/x/"], "E230"),
    *(
        Row(
            name=f"menu-{name}",
            files={
                "site.yaml": "name: x\nowner: y\nurl: https://tin.example\n"
                f"navigation: [{{name: x, url: {place!r}}}]\n"
            },
            codes=("E137",),
        )
        for name, place in (
            ("script", "javascript:alert(1)"),
            ("data", "data:text/html,x"),
            ("two-slashes", f"//{CANARY}/"),
        )
    ),
    *(
        Row(
            name=f"site-{name}",
            files={"site.yaml": f"name: x\nowner: y\n{line}\n"},
            codes=codes,
        )
        for name, line, codes in (
            ("address-of-script", "url: 'javascript:alert(1)'", ("E134",)),
            ("address-with-user", "url: 'https://a:b@tin.example'", ("E134",)),
            (
                "contact-of-two-lines",
                'security: {contact: "mailto:a@b.vn\\nPolicy: https://x", expires: 2027-01-01}',
                ("E135",),
            ),
            (
                "contact-of-script",
                "security: {contact: 'javascript:alert(1)', expires: 2027-01-01}",
                ("E135",),
            ),
            ("social-of-script", "social: [{name: x, url: 'javascript:alert(1)'}]", ("E134",)),
            (
                "badge-from-elsewhere",
                f"trust_badge: {{image: '//{CANARY}/x', url: 'https://a.vn'}}",
                ("E132",),
            ),
        )
    ),
)
__all__ = ["ADDRESSES", "TYPES", "YAML", "article"]
