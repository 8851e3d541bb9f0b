"""Figures of care, of money kept back, of companies, and of what was undone."""

import pytest

from kg.facts.payment import Payment
from kg.facts.statistic import Statistic

from .conftest import Read

CASES = [
    ("The shelter housed 34 victims, 21 of whom police had referred.", "victims_assisted=34 victims_referred=21"),
    ("NGOs assisted 50 victims, 12 of whom the government had referred to them.", "victims_assisted=50 victims_referred=12"),
    (
        "Authorities repatriated 58 children to Guam, and the embassy in Kuwait City helped 11 Filipina women leave abusive employers.",
        "victims_repatriated=58 victims_assisted=11",
    ),
    ("The embassy helped 11 women return home.", "victims_repatriated=11"),
    ("The study estimated that 40,000 children worked on coconut farms, some of them in forced labor.", "children_in_labor=40000"),
    ("Families send girls to richer households as servants; an estimated 17,000 children are engaged in this practice.",
     "children_in_labor=17000"),
    ("The ministry identified 137 victims. It gave food and medical care to all 137.", "victims_identified=137 victims_assisted=137"),
    ("Officials granted temporary residence permits to 12 victims.", "victims_assisted=12"),
    ("Nine victims received temporary residence permits.", "victims_assisted=9"),
    ("The ministry reunited 30 girls with their families.", "victims_assisted=30"),
    ("Inspectors withdrew 80 children from labor in quarries.", "victims_assisted=80"),
    ("The state did not identify or provide shelter services to any victims.", "victims_assisted=0 victims_identified=0"),
    ("The money promised for a victims' fund was not released.", "funding=0"),
    ("The shelter's budget has never been disbursed.", "funding=0"),
    ("Judges heard 45 trafficking cases.", "prosecutions=45"),
    ("By the end of 2013, 133 cases were on the courts' dockets, of which 71 were new.", "prosecutions=133 prosecutions=71"),
    ("The ministry filed lawsuits against 74 companies.", "prosecutions=74"),
    ("Three convictions were overturned on appeal.", ""),
    ("Police detained 19 suspects, 12 of whom were released for lack of proof.", "arrests=19"),
    ("Consuls repatriated 87 women. Former bonded laborers, some 900 of whom have no land, may be trafficked.", "victims_repatriated=87"),
    ("Guards did not question migrants before returning 60 of them to the border.", "deportations=60"),
    ("Workers deported from Qatar, 300 of them in May, are vulnerable to trafficking.", ""),
    ("No employees of the state were investigated.", "investigations=0"),
    ("No employees of the state were investigated or prosecuted.", ""),
    ("The police reported no cases of child labor.", "children_in_labor=0"),
    ("No labor inspector found any trafficking cases.", ""),
    ("The state gave no financial support to NGOs.", "funding=0"),
    ("It raised the shelter's budget from $1.2 million to $2 million.", "funding=1.2e+06 funding=2e+06"),
    ("More than 200 teachers, social workers, and police received training.", "people_trained=200"),
    ("Fifty officials from the ministries of labor, justice, and health attended a workshop.", "people_trained=50"),
    ("Twelve women from Ukraine, who had been forced to beg, were repatriated.", "victims_repatriated=12"),
    ("Two of the traffickers, both police officers, received suspended sentences.", "sentences=2"),
    ("Workers filed 30 complaints against their employers.", ""),
    ("Police identified 60 victims: 41 of sex trafficking, including nine girls; and 19 of forced labor.",
     "victims_identified=60 victims_identified=41 victims_identified=9 victims_identified=19"),
    ("The shelter can accommodate up to 40 victims.", ""),
    ("The shelter accommodated up to 40 victims.", "victims_assisted=40"),
    ("Victim identification fell from 137 to 44.", "victims_identified=137 victims_identified=44"),
    ("The state gave shelter, legal aid, and counseling to 90 victims.", "victims_assisted=90"),
    ("Officials issued permits, valid for six months, to 25 victims.", "victims_assisted=25"),
    ("Police referred to an NGO shelter 17 victims of forced labor.", "victims_referred=17"),
    ("The shelter housed both victims of trafficking and of domestic violence.", ""),
    ("The agency assisted both victims in 2012.", "victims_assisted=2"),
    ("The UN verified the separation of 230 children from armed groups.", "victims_identified=230"),
    ("Of those identified in 2013, 24 were girls.", "victims_identified=24"),
    ("Of the victims identified in 2013, 85 percent were foreigners.", "victims_identified=85"),
    ("The ministry assisted 44 victims, of whom children accounted for 12.", "victims_assisted=44 victims_assisted=12"),
    ("The NGO assisted 60 victims, half of them under 12.", "victims_assisted=60 victims_assisted=50"),
    ("Inspectors identified 400 child laborers.", "children_in_labor=400"),
    ("The ministry estimated that there were 1.5 million child laborers.", "children_in_labor=1.5e+06"),
    ("Police identified 12 forced child laborers.", "victims_identified=12"),
    ("The ministry allotted 3 million baht ($96,000) to shelters.", "funding=96000"),
    ("Funding for shelters rose from 2 million baht ($64,000) in 2012 to 3 million baht ($96,000) in 2013.",
     "funding=64000 funding=96000"),
    ("The ministry gave $50,700 to the shelter, half as much as in 2003.", "funding=50700"),
    ("The state did not fully fund the plan.", ""),
    ("The hotline received 240 inquiries about trafficking.", "calls=240"),
    ("Police opened 24 inquiries into trafficking.", "investigations=24"),
    ("Consuls helped 15 victims to be repatriated.", "victims_repatriated=15"),
    ("There may be several hundred men, women, and children held as slaves.", "victims_estimated=100"),
    ("The Philippine embassy harbored more than 300 domestic workers who had fled abuse.", "victims_assisted=300"),
    ("Traffickers harbored 20 women in a brothel.", ""),
    ("A seminar on trafficking drew 40 judges.", "people_trained=40"),
    ("Workshops on forced labor attracted 90 labor inspectors.", "people_trained=90"),
    ("The protest drew 400 officers.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_gives_its_figures(read: Read, text: str, expected: str) -> None:
    found = [f for f in read("THA", 2014, text) if isinstance(f, Statistic)]
    assert sorted(f"{f.measure}={(f.value if f.value is not None else f.min) or 0:g}" for f in found) == sorted(expected.split())


def test_what_is_asked_for_against_the_law_is_a_payment(read: Read) -> None:
    found = read("THA", 2014, "Recruiters by law could not charge fees but in practice asked as much as $420.")
    assert [(f.max, f.polarity) for f in found if isinstance(f, Payment)] == [(420, "affirmed")]
