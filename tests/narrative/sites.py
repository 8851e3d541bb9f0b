"""One narrative on pages as sites of many kinds build them, with the furniture that stands around it there."""

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple


class Part(NamedTuple):
    """A heading, paragraph or list of a narrative."""

    tag: str
    texts: tuple[str, ...]


def parts(text: str) -> list[Part]:
    """The parts of a narrative in plain text, its first line the title."""
    found: list[Part] = []
    for n, paragraph in enumerate(text.strip().split("\n\n")):
        lines = tuple(line.strip().removeprefix("• ") for line in paragraph.splitlines() if line.strip())
        short = len(lines) == 1 and len(lines[0].split()) < 6
        found.append(Part("h1" if n == 0 else "h2" if short else "ul" if "• " in paragraph else "p", lines))
    return found


def words(text: Sequence[Part]) -> str:
    """A narrative as words alone."""
    return " ".join(line for part in text for line in part.texts)


COMMENT = "My cousin saw sixty boys carried over the border in a lorry last spring, and the sergeant took money from the driver."
TEASER = "Police in the capital arrested ninety traffickers on Monday, the interior minister told reporters after a raid on a hotel."
OFFER = "Our newsletter brings you the best of our reporting every Friday; thousands of readers have signed up for it already."
COOKIES = "We use cookies to give you the best experience on our site; by going on you agree to our use of them."
ABOUT = "The Highland Watcher was founded in 1998 by four journalists and is read in eleven countries around the world."
FURNITURE = (COMMENT, TEASER, OFFER, COOKIES, ABOUT)
MENU = "".join(f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(("Home", "News", "Opinion", "Sports", "About us", "Contact")))
RELATED = "".join(f'<div class="card"><h3><a href="/r{n}">More from {n}</a></h3><p>{TEASER}</p></div>' for n in range(3))
COMMENTS = "".join(f"<li><p class='who'>Reader {n}</p><p>{COMMENT}</p></li>" for n in range(4))


def element(part: Part, *, heading: str = "", inner: Callable[[str], str] = str) -> str:
    """A part as an element; headings as another element where one is named."""
    if part.tag == "ul":
        return "<ul>" + "".join(f"<li>{inner(escape(text))}</li>" for text in part.texts) + "</ul>"
    tag = heading or part.tag if part.tag.startswith("h") else part.tag
    return f"<{tag}>{inner(escape(' '.join(part.texts)))}</{tag}>"


def page(title: str, body: str, head: str = "") -> str:
    """A page."""
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{escape(title)}</title>{head}</head><body>{body}</body></html>"
    )


def _plain(text: Sequence[Part]) -> str:
    return "\n".join(element(part) for part in text)


def _blog(text: Sequence[Part]) -> str:
    return (
        f"<header id='masthead'><nav><ul>{MENU}</ul></nav></header><div id='content'><article class='post type-post'>"
        f"<div class='entry-content'>{_plain(text)}<div class='sharedaddy'><p>{OFFER}</p></div>"
        f"<div class='jp-relatedposts'>{RELATED}</div></div></article>"
        f"<div id='comments' class='comments-area'><ol>{COMMENTS}</ol></div></div>"
        f"<aside class='widget-area'><section class='widget'><p>{ABOUT}</p></section></aside><footer>{COOKIES}</footer>"
    )


def _page_builder(text: Sequence[Part]) -> str:
    def box(inner: str, kind: str = "text-editor") -> str:
        wrap = f"<div class='elementor-widget-container'>{inner}</div>"
        return f"<div class='elementor-element elementor-widget elementor-widget-{kind}' data-widget_type='{kind}.default'>{wrap}</div>"

    boxes = "".join(box(element(part), "heading" if part.tag.startswith("h") else "text-editor") for part in text)
    return (
        f"<div class='elementor elementor-location-header'>{box(f'<nav><ul>{MENU}</ul></nav>', 'nav-menu')}</div>"
        f"<div class='elementor elementor-12' data-elementor-type='wp-page'><div class='elementor-widget-wrap'>{boxes}</div></div>"
        f"<div class='elementor elementor-location-footer'>{box(f'<p>{ABOUT}</p>')}</div><div class='cookie-notice'><p>{COOKIES}</p></div>"
    )


def _blogger(text: Sequence[Part]) -> str:
    body = "<br /><br />".join("<br />".join(f"<b>{escape(t)}</b>" if p.tag.startswith("h") else escape(t) for t in p.texts) for p in text)
    return (
        f"<div class='navbar section' id='navbar'>{MENU}</div><div class='main section' id='main'><div class='widget Blog' id='Blog1'>"
        f"<div class='post hentry'><div class='post-body entry-content'>{body}<div style='clear: both;'></div></div></div>"
        f"<div class='comments' id='comments'><ol>{COMMENTS}</ol></div></div></div>"
        f"<div class='sidebar section' id='sidebar'><div class='widget Text'><div class='widget-content'><p>{ABOUT}</p></div></div></div>"
    )


def _old_site(text: Sequence[Part]) -> str:
    body = "".join(element(part, heading="b") + "<br><br>" for part in text)
    links = "".join(f"<tr><td class='leftnav'><a href='/{n}'>Bureau {n}</a></td></tr>" for n in range(12))
    return (
        f"<form id='aspnetForm'><table width='760'><tr><td colspan='2' id='banner'><p>{OFFER}</p></td></tr><tr>"
        f"<td valign='top'><table>{links}</table></td><td valign='top'><div id='centerblock'>{body}</div></td></tr>"
        f"<tr><td colspan='2' class='footer'><p>{ABOUT}</p></td></tr></table></form>"
    )


def _two_columns(text: Sequence[Part]) -> str:
    half = len(text) // 2
    blocks = "".join(f"<section class='widget-section related-layout'>{_plain(some)}</section>" for some in (text[:half], text[half:]))
    return f"<nav>{MENU}</nav><div class='page sidebar-none social-off'>{blocks}</div><div class='sidebar'><p>{ABOUT}</p></div>"


def _accordion(text: Sequence[Part]) -> str:
    panels, closed = "", False
    for part in text:
        if part.tag == "h2":
            panels += (
                f"{'</div>' if closed else ''}<button aria-expanded='false'>+</button>{element(part)}<div class='panel' aria-hidden='true'>"
            )
            closed = True
        else:
            panels += element(part)
    return f"<nav>{MENU}</nav><main>{panels}{'</div>' if closed else ''}</main><div class='modal' aria-hidden='true'><p>{OFFER}</p></div>"


def _embassy(text: Sequence[Part]) -> str:
    return (
        f"<div class='region region-header'><div class='block block-menu'><ul class='menu'>{MENU}</ul></div></div>"
        f"<div class='breadcrumb'><a href='/'>Home</a> » <a href='/n'>News</a></div><div class='region region-content'>"
        f"<div class='node node--type-article'><div class='field field--name-body'>{_plain(text)}</div>"
        f"<div class='field field--name-field-tags'>By <a href='/t'>U.S. Embassy</a> | 1 June, 2019 | Topics: <a>News</a></div></div></div>"
        f"<div class='region region-sidebar-second'><div class='block block-views'>{RELATED}</div></div><div class='footer'>{ABOUT}</div>"
    )


def _archived(text: Sequence[Part]) -> str:
    bar = f"<div id='wm-ipp-base' class='toolbar'><p>{OFFER}</p><a href='/web/2012'>38 captures</a></div>"
    return f"{bar}{_old_site(text)}"


def _nameless(text: Sequence[Part]) -> str:
    body = "".join(f"<div class='x1{n}'><div class='q7'>{element(part, heading='div')}</div></div>" for n, part in enumerate(text))
    return f"<div class='aa'><div class='ab'><a href='/'>Home</a><a href='/n'>News</a></div><div class='ac'>{body}</div></div>"


def _news(text: Sequence[Part]) -> str:
    inline = f"<div class='promo inline-newsletter'><h4>Stay informed</h4><p>{OFFER}</p></div>"
    body = "".join(element(part) + (inline if n == 3 else "") for n, part in enumerate(text))
    return (
        f"<header class='site-header'><ul>{MENU}</ul></header><main><article>"
        f"<p class='byline'>By A. Mokoena, 3 June 2019</p>{body}</article>"
        f"<section class='recommended'>{RELATED}</section></main>"
        f"<div class='cookie-banner'><p>{COOKIES}</p></div><footer><p>{ABOUT}</p></footer>"
    )


def _encyclopedia(text: Sequence[Part]) -> str:
    edit = "<span class='mw-editsection'>[<a href='#'>edit</a>]</span>"
    body = "".join(element(part).replace("</h2>", f"{edit}</h2>") for part in text)
    return (
        f"<div id='mw-navigation'><ul>{MENU}</ul></div><div id='mw-content-text'><div class='mw-parser-output'><div id='toc' class='toc'>"
        f"<ul>{MENU}</ul></div>{body}<div class='navbox'><p>{OFFER}</p></div></div></div><div id='footer'><p>{ABOUT}</p></div>"
    )


def _word_processor(text: Sequence[Part]) -> str:
    lines = "".join(f"<p class=MsoNormal><span lang=EN-US>{escape(line)}<o:p></o:p></span></p>\n" for part in text for line in part.texts)
    return f"<div class=WordSection1>{lines}</div>"


def _print_view(text: Sequence[Part]) -> str:
    return "<pre>" + escape("\n\n".join("\n".join(part.texts) for part in text)) + "</pre>"


def _list_mail(text: Sequence[Part]) -> str:
    quoted = f"<blockquote class='gmail_quote'>{_plain(text)}</blockquote>"
    return f"<div class='message'><p>Dear all, see below.</p>{quoted}<div class='signature footer'><p>{ABOUT}</p></div></div>"


def _letter_site(text: Sequence[Part]) -> str:
    ask = f"<div class='subscription-widget-wrap'><div class='subscription-widget show-subscribe'><p>{OFFER}</p></div></div>"
    body = "".join(element(part) + (ask if n == 2 else "") for n, part in enumerate(text))
    return (
        f"<div class='main-menu'>{MENU}</div><div class='single-post-container'><article class='typography newsletter-post post'>"
        f"<div class='available-content'><div class='body markup'>{body}</div></div></article></div>"
        f"<div class='comments-section'><h4>Discussion about this post</h4>{COMMENTS}</div><div class='footer-wrap'><p>{ABOUT}</p></div>"
    )


def _site_kit(text: Sequence[Part]) -> str:
    boxes = "".join(
        f"<div id='comp-k{n}' class='HcOXKn' data-testid='richTextElement'>{element(part, inner=lambda t: f'<span>{t}</span>')}</div>"
        for n, part in enumerate(text)
    )
    return (
        f"<div id='SITE_CONTAINER'><header id='SITE_HEADER' role='banner'><nav>{MENU}</nav></header>"
        f"<main id='PAGES_CONTAINER'>{boxes}</main>"
        f"<footer id='SITE_FOOTER'><div data-testid='richTextElement'><p>{ABOUT}</p></div></footer></div>"
    )


def _intranet(text: Sequence[Part]) -> str:
    body = "".join(element(part, inner=lambda t: f"<font face='Arial'>{t}</font>") for part in text)
    return (
        f"<form id='aspnetForm'><div id='s4-ribbonrow' class='s4-pr s4-ribbonrowhidetitle'>{MENU}</div><div id='s4-workspace'>"
        f"<div class='ms-webpart-zone'><div class='ms-WPBody'><div class='ms-rtestate-field'>{body}</div></div></div></div>"
        f"<div id='sideNavBox' class='ms-dialogHidden'><ul>{MENU}</ul></div></form>"
    )


def _tabs(text: Sequence[Part]) -> str:
    third = max(1, len(text) // 3)
    some = [text[n : n + third] for n in range(0, len(text), third)]
    tabs = "".join(f"<div role='tabpanel' class='tab-pane'{' hidden' if n else ''}>{_plain(part)}</div>" for n, part in enumerate(some))
    popup = f"<div class='popup' hidden><p>{OFFER}</p></div>"
    return f"<nav>{MENU}</nav><div class='tab-content'>{tabs}</div>{popup}<footer><p>{ABOUT}</p></footer>"


KINDS: dict[str, Callable[[Sequence[Part]], str]] = {
    "a blog": _blog,
    "a page builder": _page_builder,
    "a blog of the first kind": _blogger,
    "an old site of tables": _old_site,
    "sections with odd names": _two_columns,
    "an accordion that is closed": _accordion,
    "an embassy": _embassy,
    "an archive of the web": _archived,
    "names without meaning": _nameless,
    "a news site": _news,
    "an encyclopedia": _encyclopedia,
    "a word processor": _word_processor,
    "a print view": _print_view,
    "a mail of a list": _list_mail,
    "a site of letters": _letter_site,
    "a kit for sites": _site_kit,
    "an intranet": _intranet,
    "tabs": _tabs,
}


def sites(text: Sequence[Part]) -> dict[str, str]:
    """The pages by the kind of site."""
    return {name: page(text[0].texts[0], kind(text)) for name, kind in KINDS.items()}
