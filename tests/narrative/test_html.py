"""Pages become plain text with their block structure; menus, forms, comments and scripts vanish."""

import pytest

from kg.errors import DataProblem
from kg.narrative.html import Page, convert
from kg.narrative.text import Known, documents
from tests.conftest import EXAMPLES
from tests.narrative.made import ASKED, CLAIM, EXPECTED, HEADER, PREVENTION, PROFILE, PROSECUTION, PROTECTION, WORDS, sections_of, words_of
from tests.narrative.sites import FURNITURE, KINDS, parts, sites

ARTICLE = "".join(f"<p>{part}</p>\n" for part in (*PROFILE, f"<strong>{CLAIM}</strong> {ASKED}", PROSECUTION, PROTECTION, PREVENTION))

BLOG = f"""<!DOCTYPE html><html><head><title>Lesotho in the new report | The Highland Watcher</title>
<link rel="canonical" href="https://blog.example.org/2012/lesotho"><style>p {{ color: red }}</style></head>
<body class="single has-sidebar"><header id="masthead"><h1>The Highland Watcher</h1>
<nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div id="content"><article><header class="entry-header"><h2 class="entry-title">{HEADER}</h2></header>
<div class="entry-content">{ARTICLE}</div>
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Twitter</a></li></ul></div></article>
<div id="comments"><h3>3 thoughts on this</h3><ol><li><p>I know of 60 boys in the same valley, and police took money.</p></li></ol>
<form id="commentform"><label>Comment</label><textarea>Boys are trafficked to Japan.</textarea></form></div></div>
<aside class="widget-area"><h3>Recent posts</h3><p>Police arrested 90 traffickers in the capital on Monday.</p></aside>
<footer>© 2012 The Highland Watcher</footer><script>var text = "Girls are trafficked to Japan.";</script></body></html>"""

OLD_SITE = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<title>Country Narratives: Countries H Through R</title></head><body><form id="aspnetForm"><table><tr>
<td class="nav"><a href="/1">Under Secretary</a><br><a href="/2">Bureaus</a></td><td>
<h1>Trafficking in Persons Report 2012</h1><a name="LS"></a><b>{HEADER}</b><br><br>{"<br><br>".join(PROFILE)}
<p><b>Recommendations for Lesotho:</b> {ASKED}</p><p><b>Prosecution</b><br>{PROSECUTION}</p><p><b>Protection</b><br>{PROTECTION}</p>
<p><b>Prevention</b><br>{PREVENTION}</p><p><a href="#top">Back to Top</a></p></td></tr></table></form></body></html>"""

LIST = """<main><h1>LAOS (Tier 2)</h1><p>Laos is a source country.</p>
<h2>Recommendations:</h2><ul><li>Train <b>all</b> police.</li><li>Enact
a law.</li></ul></main>"""


def test_headings_paragraphs_and_items_are_lines_of_the_text() -> None:
    assert convert(LIST) == Page(
        "LAOS (Tier 2)\n\nLaos is a source country.\n\nRecommendations:\n\n• Train all police.\n• Enact a law.\n",
        "LAOS (Tier 2)",
        None,
        (0, 42),
    )


def test_the_narrative_of_a_blog_is_found() -> None:
    page = convert(BLOG)
    (found,) = documents(page.text, "blog", Known(title=page.title, source=page.source, titles=page.titles))
    assert sections_of(found) == EXPECTED
    assert (page.title, page.source) == ("Lesotho in the new report | The Highland Watcher", "https://blog.example.org/2012/lesotho")
    assert "60 boys" not in page.text
    assert "Japan" not in page.text


def test_the_narrative_of_an_old_page_inside_one_form_and_table_is_found() -> None:
    page = convert(OLD_SITE)
    (found,) = documents(page.text, "old", Known(title=page.title, titles=page.titles))
    assert (found.year, found.title, words_of(found)) == (2012, "Trafficking in Persons Report 2012", WORDS)
    assert "Bureaus" not in page.text


def test_entities_are_decoded_and_broken_tags_forgiven() -> None:
    broken = "<p>Caf&eacute; &amp; bar &#8211; &bogus; <b>Thai<p>Next <a href='x>y' <div>one</p></td>"
    assert convert(broken).text.startswith("Café & bar – &bogus; Thai\n\nNext")


def test_preformatted_text_keeps_its_lines() -> None:
    assert convert("<pre>LAOS (Tier 2)\n\nLaos is a source\ncountry.</pre>").text == "LAOS (Tier 2)\n\nLaos is a source\ncountry.\n"


def test_what_is_hidden_is_no_text() -> None:
    hidden = "<p>Seen <span style='display:none'>unseen</span><span aria-hidden='true'>×</span> here.</p><div hidden>Gone too.</div>"
    assert convert(hidden).text == "Seen here.\n"


@pytest.mark.parametrize("depth", [2_000, 1_000_000])
def test_a_million_nested_tags_are_read(depth: int) -> None:
    assert convert("<div>" * depth + "<p>Boys work on farms.</p>" + "</div>" * depth).text == "Boys work on farms.\n"


@pytest.mark.parametrize("markup", ["", "<html></html>", "<script>let x = 1</script>", "<nav>Menu</nav>", "<!-- nothing -->"])
def test_a_page_without_text_is_refused(markup: str) -> None:
    with pytest.raises(DataProblem, match="the page holds no text"):
        convert(markup)


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("text", ["MWI-2019", "ECU-2004"])
def test_the_narrative_is_found_on_sites_of_all_kinds_and_what_stands_around_it_is_left(kind: str, text: str) -> None:
    narrative = parts((EXAMPLES / f"{text}.txt").read_text(encoding="utf-8"))
    page = convert(sites(narrative)[kind])
    found = " ".join(page.text.replace("• ", "").split())
    missing = [line for part in narrative for line in (" ".join(part.texts) if part.tag == "p" else "\n".join(part.texts)).split("\n")]
    assert [line for line in missing if line not in found] == []
    assert [words for words in FURNITURE if words in found] == []


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"a print view"}))
def test_country_tier_and_sections_are_read_from_sites_of_all_kinds(kind: str) -> None:
    narrative = parts((EXAMPLES / "MWI-2019.txt").read_text(encoding="utf-8"))
    page = convert(sites(narrative)[kind])
    (found,) = documents(page.text, "MWI-2019", Known(title=page.title, titles=page.titles, media_type="text/html"))
    names = list(dict.fromkeys(section.name for section in found.sections))
    assert (found.country, found.year, found.tier) == ("MWI", 2019, "2WL")
    assert names == ["header", "profile", "recommendations", "prosecution", "protection", "prevention"]


def test_a_name_that_sets_all_prose_apart_is_not_believed_and_the_others_are() -> None:
    boxes = "".join(f"<div class='widget'><p>{part}</p></div>" for part in PROFILE)
    related = "<div class='related'><p>Police arrested ninety traffickers in the capital on Monday.</p></div>"
    assert convert(boxes + related).text == "\n\n".join(PROFILE) + "\n"


def test_a_widget_beside_the_text_is_none_of_it() -> None:
    beside = "<div class='widget'><p>Police arrested ninety traffickers in the capital on Monday.</p></div>"
    assert convert(f"<div><p>{PROFILE[0]}</p></div>{beside}").text == f"{PROFILE[0]}\n"


def test_a_closed_panel_under_a_heading_of_the_narrative_is_read_and_a_hidden_notice_is_not() -> None:
    page = (
        f"<div><p>{PROFILE[0]}</p><h2>Prosecution</h2><div aria-hidden='true'><p>{PROSECUTION}</p></div>"
        "<div hidden><p>Sign up to read what our reporters saw in the valley last year.</p></div></div>"
    )
    assert convert(page).text == f"{PROFILE[0]}\n\nProsecution\n\n{PROSECUTION}\n"


def test_a_hidden_second_copy_of_what_is_shown_is_left() -> None:
    shown = f"<h2>Prosecution</h2><p>{PROSECUTION}</p><h2>Protection</h2><p>{PROTECTION}</p>"
    assert convert(f"<main>{shown}</main><div class='mobile' style='display: none'>{shown}</div>").text.count(PROSECUTION) == 1
