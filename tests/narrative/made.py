"""A narrative made for the tests, with invented figures, and pages, prints and mails of several kinds around it."""

from textwrap import fill

from kg.narrative.model import Document

HEADER = "LESOTHO (Tier 2 Watch List)"
PROFILE = (
    "Lesotho is a source and transit country for women and children subjected to forced labor and sex trafficking, mostly in South "
    "Africa. Girls from the mountain districts are sent to Maseru, where they keep house for relatives and receive neither wages nor "
    "schooling. Nine Basotho herd boys were found on a farm near Ladybrand last winter; none had been paid.",
    "The Government of Lesotho does not fully comply with the minimum standards for the elimination of trafficking; however, it is "
    "making significant efforts to do so. Its draft rules for referral have waited in a ministry since 2008.",
)
ASKED = (
    "Enact the draft rules for referral; open a shelter in Maseru; train border guards to recognize victims; and convict officials "
    "who sell travel papers."
)
PROSECUTION = (
    "The government increased its law enforcement efforts, from a low base. The 2011 act prohibits all forms of trafficking and "
    "prescribes penalties of up to 25 years’ imprisonment. Police investigated 14 cases and prosecuted three suspects, compared "
    "with one suspect the year before. No court has convicted anyone."
)
PROTECTION = (
    "Efforts to protect victims remained weak. Officials identified 12 victims, eight of them girls, and referred five to a shelter "
    "that a church runs. The state has no shelter of its own, and foreign victims had no alternative to removal."
)
PREVENTION = (
    "The government made modest efforts to prevent trafficking. A committee of ministries met twice, and its awareness campaign "
    "reached 40 schools. It did nothing to reduce the demand for commercial sex."
)
CLAIM = "Recommendations for Lesotho:"
BODY = (*PROFILE, f"{CLAIM} {ASKED}", PROSECUTION, PROTECTION, PREVENTION)
NARRATIVE = "\n\n".join((HEADER, *BODY)) + "\n"
EXPECTED = (
    ("header", HEADER),
    ("profile", "\n\n".join(PROFILE)),
    ("recommendations", ASKED),
    ("prosecution", PROSECUTION),
    ("protection", PROTECTION),
    ("prevention", PREVENTION),
)


def sections_of(document: Document) -> tuple[tuple[str, str], ...]:
    """Each section's name and words."""
    return tuple((s.name, document.text[s.start : s.end]) for s in document.sections)


def words_of(document: Document) -> tuple[tuple[str, str], ...]:
    """Sections with the words alone, those of one name that follow each other joined, for texts that were wrapped."""
    joined: list[tuple[str, str]] = []
    for name, text in sections_of(document):
        words = " ".join(text.split())
        if joined and joined[-1][0] == name:
            joined[-1] = (name, f"{joined[-1][1]} {words}")
        else:
            joined.append((name, words))
    return tuple(joined)


WORDS = tuple((name, " ".join(text.split())) for name, text in EXPECTED)

WORDPRESS = f"""The Highland Watcher
A blog about work and borders
Skip to content
Home
About
Contact
← Why the border posts close at six
Photo essay: the wool sheds →
Lesotho in the new report
Posted on June 28, 2012 by admin

Last week the yearly list came out. Here is the part on our country, word for word.

{NARRATIVE}
Share this:
Twitter
Facebook
Email
Like this:
Like Loading...
Posted in Labor, Reports | Tagged Lesotho, South Africa, trafficking | 3 Comments

3 thoughts on “Lesotho in the new report”

Thabo says:
June 29, 2012 at 9:14 am
I know of 60 boys in the same valley, and police took money from the farmers.
Reply
Leave a Reply Cancel reply
Your email address will not be published. Required fields are marked *
Recent Posts
Wool prices fall again
Who owns the water?
%d bloggers like this:
"""

OLD_STATE = f"""U.S. Department of State
Diplomacy in Action

Home | Issues & Press | Travel & Business | Countries | Youth & Education | Careers | About State
Video
Blogs
Home » Under Secretary for Democracy and Global Affairs » Office To Monitor and Combat Trafficking in Persons » Releases » 2012
Country Narratives: Countries H Through R

Office To Monitor and Combat Trafficking in Persons
Trafficking in Persons Report 2012
Report

{NARRATIVE}

Back to Top

The Office of Website Management, Bureau of Public Affairs, manages this site as a portal for information from the State Department.
External links to other Internet sites should not be construed as an endorsement of the views or privacy policies contained therein.
Note: documents in Portable Document Format (PDF) require Adobe Acrobat Reader 5.0 or higher to view.
About state.gov | Privacy Notice | FOIA | Copyright Information
"""

NEW_STATE = f"""An official website of the United States Government Here's how you know

Official websites use .gov
A .gov website belongs to an official government organization in the United States.

Search for country or area

Home
Office to Monitor and Combat Trafficking in Persons
2012 Trafficking in Persons Report
Lesotho
hide
2012 Trafficking in Persons Report: Lesotho
Office to Monitor and Combat Trafficking in Persons
In this section /
Lesotho

{HEADER}

{chr(10).join(PROFILE)}

PRIORITIZED RECOMMENDATIONS:

 • Enact the draft rules for referral.
 • Open a shelter in Maseru.
 • Train border guards to recognize victims
 • Convict officials who sell travel papers.

PROSECUTION

{PROSECUTION}

PROTECTION

{PROTECTION}

PREVENTION

{PREVENTION}

Tags
Bureau of African Affairs
Lesotho
Back to Top
White House
USA.gov
Office of the Inspector General
Privacy Policy
Copyright Information
"""


def printed() -> str:
    """A copy of a PDF: hard-wrapped lines, running heads and page numbers between pages, also inside sentences."""
    lines = [HEADER, "", *(line for part in BODY for line in (*fill(part, 70).splitlines(), ""))]
    cuts = range(0, len(lines), 11)
    pages = ["\n".join([*lines[cut : cut + 11], "", f"{230 + n}", "LESOTHO", "", ""]) for n, cut in enumerate(cuts)]
    return "\f".join(pages)


PRINT_VIEW = f"""6/28/12 2:35 PM
Print This Page
http://www.state.gov/j/tip/rls/tiprpt/2012/192367.htm
Trafficking in Persons Report 2012

{NARRATIVE}
http://www.state.gov/j/tip/rls/tiprpt/2012/192367.htm
Page 1 of 2
"""

FORWARDED = f"""From: Desk Officer <desk@example.org>
To: list@example.org
Cc: field@example.org
Sent: Thursday, June 28, 2012 4:02 PM
Subject: FW: TIP Report 2012, our country

FYI. We should talk about the shelter in the afternoon.

---------- Forwarded message ----------
From: News Desk <news@example.org>
Date: Thu, Jun 28, 2012 at 3:40 PM
Subject: TIP Report 2012, our country

{NARRATIVE}
Sent from my phone

This email and any attachments are confidential and may be privileged. Police arrested nobody over this notice.
"""

NEWS = f"""Monday, July 2, 2012
SUBSCRIBE
Log in
News
Business
Sport
What Washington says about us
By Staff Reporter
Updated: July 2, 2012, 10:12 a.m.
Share on Facebook
Photo: a border post at dusk

The text of the report follows.

{HEADER}

{PROFILE[0]}

Advertisement

{PROFILE[1]}

Story continues below

{CLAIM} {ASKED}

{PROSECUTION}

Sign up for our newsletter

{PROTECTION}

{PREVENTION}

Related stories

South Africa deports 400 workers
Ministers meet in Maseru to talk about wool, water and the border with South Africa, which has been closed for a week.
Most read
Rugby: five things to watch
© 2012 The Maseru Example. All rights reserved.
"""

ENCYCLOPEDIA = f"""Human trafficking in Lesotho
From Example, the free encyclopedia
Jump to navigation
Jump to search
Contents
1 Overview
2 Prosecution
3 Protection
4 Prevention
5 References

{NARRATIVE}
References
1. "Trafficking in Persons Report 2012". U.S. Department of State.
2. "Lesotho: 60 boys freed from a farm by police". The Example, 2012.
Categories: Human trafficking by country | Lesotho
This page was last edited on 3 May 2019, at 10:11.
Text is available under a licence; additional terms may apply.
"""

ARCHIVED = f"""The Wayback Machine - http://web.archive.org/web/20120702/http://www.state.gov/j/tip/rls/tiprpt/2012/192367.htm
12 captures
2 Jul 2012 - 14 Sep 2019
About this capture
COLLECTED BY
Organization: Example Crawls

{NARRATIVE}
FILE ARCHIVED ON 10:11:12 Jul 02, 2012 AND RETRIEVED FROM THE INTERNET ARCHIVE.
COPYRIGHT INTERNET ARCHIVE.
"""

FEED = f"""Feed: Reports on work
Posted on: Thursday, June 28, 2012 4:02 PM
Author: admin
Subject: Lesotho in the new report

{NARRATIVE}
View article...
"""

DATABASE = f"""Country information network
Title 2012 Trafficking in Persons Report - Lesotho
Publisher United States Department of State
Author Office to Monitor and Combat Trafficking in Persons
Country Lesotho
Publication Date 19 June 2012
Cite as 2012 Trafficking in Persons Report - Lesotho, 19 June 2012, available at: http://www.example.org/4fe30ca8c.html
Disclaimer This is not our publication. We are not responsible for its content. Any views are solely those of its author.

{NARRATIVE}
Search the network
by keyword
and / or country
"""

PAGES = {
    "wordpress": WORDPRESS,
    "old state.gov": OLD_STATE,
    "print view": PRINT_VIEW,
    "forwarded mail": FORWARDED,
    "news site": NEWS,
    "encyclopedia": ENCYCLOPEDIA,
    "archived copy": ARCHIVED,
    "feed": FEED,
    "document database": DATABASE,
}
"""The pages that hold the narrative as it is, paragraph by paragraph."""
