"""Complicity: officials' part in trafficking, and what was done about it."""

from collections.abc import Callable

import pytest

from kg.facts.complicity import Complicity
from kg.facts.model import Evidence, Fact

Read = Callable[..., tuple[Fact, ...]]
Said = list[tuple[str | None, str | None, str, str]]


def said(read: Read, text: str) -> Said:
    """Status, who, polarity and certainty of what is read."""
    return [(f.status, f.who, f.polarity, f.certainty) for f in read("NPL", 2012, text) if isinstance(f, Complicity)]


def test_a_fact_holds_who_took_part_and_the_words_that_say_it(read: Read) -> None:
    text = "Immigration officers sold visas to traffickers."
    assert [f for f in read("NPL", 2012, text) if isinstance(f, Complicity)] == [
        Complicity(
            doc="x",
            status="alleged",
            country="NPL",
            who="immigration officers",
            evidence=(Evidence(0, len(text) - 1, text[:-1]),),
            rule="complicity.alleged",
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Several border guards were accused of taking money from smugglers.", [("alleged", "border guards", "affirmed", "reported")]),
        (
            "Prosecutors did not act on reports that border guards sold visas to traffickers.",
            [("alleged", "border guards", "affirmed", "reported"), ("investigated", "border guards", "negated", "stated")],
        ),
        ("Police officers looked the other way when brothels opened.", [("alleged", "police", "affirmed", "stated")]),
        ("Some police warned brothel owners before raids.", [("alleged", "police", "affirmed", "stated")]),
        ("Some local political figures are rumored to own brothels.", [("alleged", "politicians", "affirmed", "reported")]),
        ("Immigration personnel delivered refugees to trafficking gangs.", [("alleged", "immigration personnel", "affirmed", "stated")]),
        (
            "No action was taken against officials allegedly complicit in trafficking.",
            [("alleged", "officials", "affirmed", "reported"), ("punished", "officials", "negated", "stated")],
        ),
        ("Observers reported that local officials took bribes.", [("alleged", "officials", "affirmed", "reported")]),
        ("Observers charged that soldiers sold girls to brothels.", [("alleged", "soldiers", "affirmed", "reported")]),
        ("Officials are rumored to supply recruiters with false birth certificates.", [("alleged", "officials", "affirmed", "reported")]),
        ("Border guards are said to share in the earnings of traffickers.", [("alleged", "border guards", "affirmed", "reported")]),
        ("There were no reports of officials complicit in trafficking.", [("alleged", "officials", "negated", "stated")]),
        ("The state imposed forced labor on citizens.", [("alleged", "government", "affirmed", "stated")]),
        ("The government forced citizens to pick cotton during the harvest.", [("alleged", "government", "affirmed", "stated")]),
        ("The government took no action to prevent forced labor.", []),
        ("Coast guard members let boats through in exchange for cash.", [("alleged", "coast guard members", "affirmed", "stated")]),
        ("Traffickers bribe border officials.", [("alleged", "border officials", "affirmed", "stated")]),
        (
            "Corruption, long known to all, went unpunished.",
            [("alleged", "officials", "affirmed", "stated"), ("punished", "officials", "negated", "stated")],
        ),
        ("There were no reports that soldiers were involved in trafficking.", [("alleged", "soldiers", "negated", "stated")]),
        ("Victims whom police do not recognize are fined for prostitution and expelled.", []),
        ("A trafficker disguised as a policeman was convicted.", []),
        ("Officials took part in a seminar on trafficking.", []),
        ("Police raided brothels and arrested 12 traffickers.", []),
        ("Courts convicted more traffickers, hiring clerks and granting labor inspectors new powers.", []),
        ("The police investigated five trafficking cases.", []),
    ],
)
def test_those_who_take_part_are_told_from_those_who_pursue(read: Read, text: str, expected: Said) -> None:
    assert said(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government dismissed three immigration officers.", [("punished", "immigration officers", "affirmed", "stated")]),
        ("The mayor of a border town was charged with pimping minors.", [("prosecuted", "mayor", "affirmed", "stated")]),
        ("The government has yet to prosecute any official for trafficking.", [("prosecuted", "officials", "negated", "stated")]),
        ("A district official awaits trial for having sold girls.", [("prosecuted", "officials", "affirmed", "stated")]),
        ("The government charged 12 traffickers, none of them an official.", [("prosecuted", "officials", "negated", "stated")]),
        ("Not one of the soldiers named in the inquiry was brought before a court.", [("prosecuted", "soldiers", "negated", "stated")]),
        (
            "Inquiries into visa fraud led to the referral of dozens for trial, including complicit officials.",
            [("investigated", "officials", "affirmed", "stated")],
        ),
        (
            "No official has ever been convicted of or punished for complicity in trafficking.",
            [("convicted", "officials", "negated", "stated"), ("punished", "officials", "negated", "stated")],
        ),
        ("Impunity for complicit officials persisted.", [("punished", "officials", "negated", "stated")]),
        (
            "The government did not investigate or convict any officials complicit in trafficking.",
            [("convicted", "officials", "negated", "stated"), ("investigated", "officials", "negated", "stated")],
        ),
    ],
)
def test_what_was_done_about_officials_is_a_status_denied_where_it_was_not_done(read: Read, text: str, expected: Said) -> None:
    assert said(read, text) == expected


def test_what_follows_tells_what_became_of_them(read: Read) -> None:
    text = "Customs officers were accused of taking bribes; two were dismissed, but nobody was charged."
    assert said(read, text) == [
        ("alleged", "customs officers", "affirmed", "reported"),
        ("punished", "customs officers", "affirmed", "stated"),
        ("prosecuted", "customs officers", "negated", "stated"),
    ]


def test_officers_and_any_of_them_are_those_named_before(read: Read) -> None:
    text = (
        "Corruption among the police is common. Six officers were suspended for taking bribes, "
        "and no court had heard a case against any of them."
    )
    assert said(read, text) == [
        ("alleged", "police", "affirmed", "stated"),
        ("punished", "police", "affirmed", "stated"),
        ("prosecuted", "police", "negated", "stated"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No officials were held accountable for their part in trafficking.", [("punished", "officials", "negated", "stated")]),
        ("The state did not hold any officers criminally responsible.", [("punished", "officers", "negated", "stated")]),
        (
            "No action was taken against officials who sold visas to pimps.",
            [("punished", "officials", "negated", "stated")],
        ),
        (
            "Reports that officials sold visas to pimps went uninvestigated.",
            [("investigated", "officials", "negated", "stated"), ("alleged", "officials", "affirmed", "reported")],
        ),
        (
            "Officials' complicity in trafficking was neither investigated nor punished.",
            [("investigated", "officials", "negated", "stated"), ("punished", "officials", "negated", "stated")],
        ),
        (
            "A few mayors are rumored to own brothels. Nothing was done to look into it, nor has the state ever sent an official to jail.",
            [
                ("alleged", "mayors", "affirmed", "reported"),
                ("investigated", "mayors", "negated", "stated"),
                ("punished", "officials", "negated", "stated"),
            ],
        ),
        ("The media reported that a soldier was convicted of selling girls.", [("convicted", "soldiers", "affirmed", "reported")]),
        ("The prosecutor's office charged a police captain with pimping.", [("prosecuted", "police captain", "affirmed", "stated")]),
        ("The case against the border guards was dismissed.", [("prosecuted", "border guards", "affirmed", "stated")]),
        ("Two judges were removed from the bench for taking bribes.", [("punished", "judges", "affirmed", "stated")]),
        ("There was no evidence that the government condones trafficking.", [("alleged", "government", "negated", "stated")]),
        ("Prisoners were forced to make goods for the Ministry of Defense.", [("alleged", "government", "affirmed", "stated")]),
        (
            "A court convicted a former mayor of child sex trafficking and sentenced him to eight years’ imprisonment.",
            [("convicted", "former mayor", "affirmed", "stated"), ("punished", "former mayor", "affirmed", "stated")],
        ),
        (
            "The prosecutor withdrew the case against a border guard for trafficking.",
            [("prosecuted", "border guard", "negated", "stated")],
        ),
        (
            "Despite serious concerns of official complicity, the government did not report prosecuting any complicit officials.",
            [("alleged", "officials", "affirmed", "stated"), ("prosecuted", "officials", "negated", "reported")],
        ),
        (
            "Allegations that a judge had trafficked two women were not investigated.",
            [("alleged", "judges", "affirmed", "reported"), ("investigated", "judges", "negated", "stated")],
        ),
        (
            "No one acted on reports that guards supplied girls to gangs.",
            [
                ("alleged", "guards", "affirmed", "reported"),
                ("investigated", "guards", "negated", "stated"),
            ],
        ),
        ("Few officials were ever convicted for their role in trafficking.", [("convicted", "officials", "negated", "stated")]),
        ("The government denied that its officials were involved in trafficking.", [("alleged", "officials", "negated", "reported")]),
        ("There was no doubt that police accepted bribes from traffickers.", [("alleged", "police", "affirmed", "stated")]),
        ("No one disputes that border guards took bribes from traffickers.", [("alleged", "border guards", "affirmed", "reported")]),
        (
            "The court dismissed the charges against an immigration officer who had sold visas to traffickers.",
            [("prosecuted", "immigration officer", "negated", "stated")],
        ),
        ("No police were complicit in trafficking.", [("alleged", "police", "negated", "stated")]),
        (
            "The ministry denied any wrongdoing after NGOs reported that officers accepted bribes from brothel owners.",
            [("alleged", "officers", "affirmed", "reported")],
        ),
        (
            "The police closed an investigation into immigration officials accused of trafficking.",
            [("investigated", "immigration officials", "affirmed", "stated"), ("alleged", "immigration officials", "affirmed", "reported")],
        ),
        (
            "The law punishes officials who take bribes from traffickers, and in 2013 the courts convicted two mayors of trafficking.",
            [("convicted", "mayors", "affirmed", "stated")],
        ),
        ("The law punishes officials who take bribes, and officials convicted of trafficking face ten years in prison.", []),
        ("This year, the government did not force pupils to pick cotton.", [("alleged", "government", "negated", "stated")]),
        (
            "The government dismissed a consul who had sold visas to traffickers.",
            [("punished", "diplomats", "affirmed", "stated")],
        ),
        ("Police appear to be complicit in trafficking.", [("alleged", "police", "affirmed", "possible")]),
        ("Anecdotal evidence suggests that officials facilitate trafficking.", [("alleged", "officials", "affirmed", "reported")]),
    ],
)
def test_what_nobody_did_or_only_somebody_tells_is_held_so(read: Read, text: str, expected: Said) -> None:
    assert sorted(said(read, text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The police force reports to the minister, who fights trafficking.",
        "According to government officials, smugglers recruited children for forced labor.",
        "Officers refused to take a rape complaint from a trafficking victim.",
        "Officials returned trafficking victims to the camps.",
    ],
)
def test_officials_who_tell_serve_or_bring_people_home_take_no_part(read: Read, text: str) -> None:
    assert said(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There was corruption among officials, and drug trafficking by gangs.",
        "Officials failed to hold those exploiting children for forced labor accountable.",
        "The law imposes penalties on officials who do not act on reports of slavery.",
        "Prosecutors filed indictments against five suspects, charging them with trafficking in persons.",
        "The prosecutor charged three employees of the recruiting firm with trafficking.",
        "Forced labor continued despite efforts by the government to end it.",
        "Persons sometimes bribed officials to obtain bail.",
    ],
)
def test_a_report_on_other_matters_tells_of_complicity_only_where_it_is_about_trafficking(read: Read, text: str) -> None:
    assert [f for f in read("NPL", 2012, text, "other") if isinstance(f, Complicity)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No one was held to account for the beating of trafficked girls by police.", [("punished", "police", "negated", "stated")]),
        (
            "Nobody was ever charged over the sale of passports to traffickers by consular clerks.",
            [("prosecuted", "consular clerks", "negated", "stated")],
        ),
        (
            "Officials suspected of selling passports to traffickers were seldom held to account.",
            [("alleged", "officials", "affirmed", "reported"), ("punished", "officials", "negated", "stated")],
        ),
        (
            "Residents said that police took money from brothel owners. The police rejected the claim and launched no inquiry.",
            [("alleged", "police", "affirmed", "reported"), ("investigated", "police", "negated", "stated")],
        ),
        (
            "The government did not convict alleged traffickers, including complicit officials.",
            [("convicted", "officials", "negated", "stated")],
        ),
        ("Judges sentenced 26 of the 37 traffickers to terms of two years.", []),
        ("The government made limited efforts to investigate and prosecute complicit officials.", []),
        (
            "An investigation into a mayor, launched in 2020 over trafficking, was suspended.",
            [("investigated", "mayor", "affirmed", "stated")],
        ),
        ("Reports that a police officer had been arrested for assisting traffickers proved to be false.", []),
        ("The government prosecuted two ministry officials for selling permits, a crime unrelated to trafficking.", []),
        (
            "The government did not report whether it investigated, prosecuted, or convicted any officials complicit in trafficking.",
            [("alleged", "officials", "affirmed", "reported")],
        ),
        (
            "Some police officers take bribes from traffickers despite efforts to prosecute traffickers.",
            [("alleged", "police", "affirmed", "stated")],
        ),
        ("In four trafficking cases judges imposed only fines, and three defendants were acquitted.", []),
    ],
)
def test_nobody_called_to_account_and_judges_who_sentence(read: Read, text: str, expected: Said) -> None:
    assert said(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("District prosecutors brought charges against six defendants, and three were convicted.", []),
        ("Although police investigated four cases, prosecutors charged no traffickers.", []),
        ("Police arrested two men, and one was sentenced to three years.", []),
        ("Prosecutions of complicit officials were rare.", []),
        ("Traffickers throughout the world bribe police officers.", []),
        ("Officials assisted in the prosecution of traffickers.", []),
        ("Police took part in raids on brothels.", []),
        ("The ministry opened no cases against officials for trafficking.", [("investigated", "officials", "negated", "stated")]),
        ("Observers reported soldiers took part in recruiting refugees.", [("alleged", "soldiers", "affirmed", "reported")]),
        ("Elements of the national army forced villagers to carry loads.", [("alleged", "soldiers", "affirmed", "stated")]),
        ("The army forced villagers to carry loads.", [("alleged", "government", "affirmed", "stated")]),
        (
            "The government has been accused by observers of forcing clerks to pick tea.",
            [("alleged", "government", "affirmed", "reported")],
        ),
        (
            "Mayors ordered teachers, nurses, and clerks to pick cotton. No one in government was held to account.",
            [("alleged", "mayors", "affirmed", "stated"), ("punished", "mayors", "negated", "stated")],
        ),
        (
            "Police arrested a former customs director for complicity in trafficking; his case had not come to trial.",
            [
                ("investigated", "former customs director", "affirmed", "stated"),
                ("prosecuted", "former customs director", "negated", "stated"),
            ],
        ),
        (
            "NGOs alleged that border guards accept bribes from traffickers. The government did not investigate these allegations.",
            [("alleged", "border guards", "affirmed", "reported"), ("investigated", "border guards", "negated", "stated")],
        ),
        (
            "A council employee who had sold birth certificates to traffickers was neither suspended nor charged.",
            [("prosecuted", "council employee", "negated", "stated"), ("punished", "council employee", "negated", "stated")],
        ),
    ],
)
def test_those_who_pursue_others_are_not_pursued_and_some_of_an_army_is_no_government(read: Read, text: str, expected: Said) -> None:
    assert sorted(said(read, text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Traffickers bribed border officials, and the state did not hold accountable a single policeman.", "punished"),
        ("A navy captain who allegedly took money from traffickers has not been charged.", "prosecuted"),
        ("Reports that prison guards sold girls to traffickers prompted no investigation.", "investigated"),
        ("Prosecutors declined to open a case against two police officers who warned brothel owners.", "investigated"),
        ("A colonel accused of recruiting children kept his command.", "punished"),
        ("Two inspectors implicated in a trafficking ring remained in their posts.", "punished"),
        ("Police complicity in trafficking was common and went largely unaddressed.", "punished"),
        ("Police accused of protecting brothels were transferred without disciplinary action.", "punished"),
        ("The attorney general brought none of the officers suspected of trafficking to court.", "prosecuted"),
        ("The state could not name one official whom it had punished for trafficking.", "punished"),
        ("Inquiries into officials complicit in trafficking did not lead to prosecutions.", "prosecuted"),
        ("Inquiries into two officials suspected of trafficking yielded no convictions.", "convicted"),
        ("A diplomat held a maid in servitude; immunity barred his prosecution.", "prosecuted"),
        ("The government stopped short of prosecuting officials complicit in trafficking.", "prosecuted"),
        ("Police took bribes from traffickers. Those responsible went unpunished.", "punished"),
        ("No evidence was presented that officials had tolerated trafficking.", "alleged"),
        ("There was no sign that police took part in trafficking.", "alleged"),
    ],
)
def test_what_was_not_done_about_officials_is_told_without_not(read: Read, text: str, denied: str) -> None:
    told = said(read, text)
    assert [status for status, _, polarity, _ in told if polarity == "negated"] == [denied]
    assert denied not in [status for status, _, polarity, _ in told if polarity == "affirmed"]


@pytest.mark.parametrize(
    "text",
    [
        "The police chief remained in office and opened 40 trafficking investigations.",
        "Police kept their command post at the border and identified 12 victims.",
        "Prosecutors declined to prosecute three traffickers.",
        "Police investigations led to no convictions of traffickers.",
        "The cases against five traffickers never reached court.",
    ],
)
def test_officials_who_serve_or_fail_others_are_left_alone(read: Read, text: str) -> None:
    assert said(read, text) == []


def test_ranks_and_terms_are_read_for_those_who_were_tried(read: Read) -> None:
    tried = [("alleged", "soldiers", "affirmed", "reported"), ("prosecuted", "soldiers", "affirmed", "stated")]
    assert said(read, "An army captain accused of shielding traffickers was court-martialed.") == tried
    given = said(read, "A police lieutenant was given six months' imprisonment for keeping a girl as an unpaid servant.")
    assert [status for status, *_ in given] == ["convicted", "punished"]


def test_the_year_of_a_law_is_no_period(read: Read) -> None:
    text = "Two officials were convicted under the 2013 anti-trafficking law{}."
    found = [f.period for when in ("", " in 2015") for f in read("NPL", 2016, text.format(when)) if isinstance(f, Complicity)]
    assert found == [None, "2015"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Authorities investigated 12 officials, prosecuted eight, and convicted none for complicity in trafficking.",
            [("convicted", "negated"), ("investigated", "affirmed"), ("prosecuted", "affirmed")],
        ),
        ("The government investigated officials complicit in trafficking and convicted 12 traffickers.", [("investigated", "affirmed")]),
        ("Officials who facilitate trafficking act with impunity.", [("alleged", "affirmed"), ("punished", "negated")]),
        ("It did not vigorously investigate officials allegedly involved in trafficking.", [("alleged", "affirmed")]),
        ("It did not investigate officials allegedly involved in trafficking.", [("alleged", "affirmed"), ("investigated", "negated")]),
        ("There are no known cases of officials involved in trafficking.", [("alleged", "negated")]),
        (
            "Despite allegations of official complicity, the government did not report any investigations or prosecutions.",
            [("alleged", "affirmed"), ("investigated", "negated"), ("prosecuted", "negated")],
        ),
        ("The government remains complicit in recruiting child soldiers.", [("alleged", "affirmed")]),
        ("Some diplomats subjected maids to forced labor.", [("alleged", "affirmed")]),
        ("No senior officer has ever been punished for trafficking.", [("punished", "negated")]),
        ("Police investigated the owner of a brothel, and prosecutors charged him.", []),
        ("Prosecutors relied on an anti-pimping statute.", []),
        ("Officers received training on official complicity in trafficking.", []),
        ("The ministry issued guidelines against official complicity in trafficking.", []),
    ],
)
def test_how_many_and_how_well_officials_were_pursued(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted((status or "", polarity) for status, _, polarity, _ in said(read, text)) == expected


def test_those_who_work_in_homes_of_the_state_are_officials(read: Read) -> None:
    text = "An inquiry was opened into allegations that staff of a state orphanage sold children to traffickers."
    assert ("investigated", "staff of a state orphanage") in [(status, who) for status, who, _, _ in said(read, text)]


def parts(read: Read, text: str) -> list[tuple[str | None, str | None, str, str]]:
    """Status, who, polarity and certainty of what is read."""
    facts = (f for f in read("ETH", 2018, text, "protection") if isinstance(f, Complicity))
    return sorted((f.status, f.who, f.polarity, f.certainty) for f in facts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three cases of official complicity in trafficking were investigated and prosecuted.",
            [("investigated", "officials", "affirmed", "stated"), ("prosecuted", "officials", "affirmed", "stated")],
        ),
        (
            "The mayor was arrested for trafficking, and his trial was pending.",
            [("investigated", "mayor", "affirmed", "stated"), ("prosecuted", "mayor", "affirmed", "stated")],
        ),
        (
            "Rebel groups, two of them receiving support from the army, recruited child soldiers.",
            [("alleged", "government", "affirmed", "stated")],
        ),
        ("Pro-government militias recruited and used children.", [("alleged", "government", "affirmed", "stated")]),
        ("The rebels recruited boys as soldiers with the support of some officials.", [("alleged", "officials", "affirmed", "stated")]),
        (
            "Notwithstanding credible reports of corruption in the police, no public official was held accountable.",
            [("alleged", "police, officials", "affirmed", "reported"), ("punished", "police, officials", "negated", "stated")],
        ),
        (
            "A judge was accused of trafficking. The investigation and prosecution of trafficking offenses remained weak.",
            [("alleged", "judges", "affirmed", "reported")],
        ),
        ("Inspectors did not have vehicles to reach the farms that they were investigating.", []),
        ("With the support of local officials, police arrested traffickers.", []),
        ("Militias aligned with the government did not recruit children.", []),
    ],
)
def test_whose_case_it_was_and_whose_support_others_had(read: Read, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert parts(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There were no reports of prosecutions of complicit officials.",
            [("prosecuted", "officials", "negated", "reported")],
        ),
        ("For want of a better law, prosecutors fall back on the provisions against pimping of girls.", []),
        (
            "No military perpetrator has ever been tried for trafficking.",
            [("prosecuted", "military perpetrator", "negated", "stated")],
        ),
    ],
)
def test_what_was_not_pursued_and_what_a_law_forbids_is_nobodys_part(read: Read, text: str, expected: Said) -> None:
    assert said(read, text) == expected


def test_officials_convicted_of_crimes_are_told_of_whatever_the_crimes_are_called(read: Read) -> None:
    text = "Police arrested five corrupt officers for complicity in forced labor. Two were convicted of trafficking offenses."
    assert ("convicted", "officers", "affirmed", "stated") in said(read, text)
    endless = "Police investigated one officer for complicity in trafficking. No one" + " and police" * 60 + " was punished."
    assert [(status, polarity) for status, _, polarity, _ in said(read, endless)] == [("alleged", "affirmed"), ("punished", "negated")]
