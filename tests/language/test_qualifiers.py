"""What negates, reports and weakens a word, and what does not reach it."""

from collections.abc import Callable

import pytest

from kg.language.model import Annotated
from kg.language.qualifiers import Qualified, qualify

CASES = [
    ("The government did not identify any victims.", "identify", "negated", "stated"),
    ("No foreign victims were identified.", "identified", "negated", "stated"),
    ("The government not only identified victims but also referred them to care.", "identified", "affirmed", "stated"),
    ("It believed that no fewer than 30 were men.", "men", "affirmed", "reported"),
    ("Authorities did not report prosecuting any cases.", "prosecuting", "negated", "reported"),
    ("While the government did not create procedures, authorities reported efforts to help.", "efforts", "affirmed", "reported"),
    ("Victims may face deportation.", "face", "affirmed", "possible"),
    ("The government failed to investigate, prosecute, or convict any traffickers.", "convict", "negated", "stated"),
    ("Neither the police nor the courts have convicted anyone.", "convicted", "negated", "stated"),
    ("There were no reports that officials were complicit in trafficking.", "complicit", "negated", "reported"),
    ("Observers believe some officials are involved in trafficking.", "involved", "affirmed", "reported"),
    ("Police arrested a man who did not cooperate.", "arrested", "affirmed", "stated"),
    ("Officers deported women without identifying victims among them.", "identifying", "negated", "stated"),
    ("The country, which has not ratified the protocol, convicted 12 traffickers.", "convicted", "affirmed", "stated"),
    ("Courts could not convict him.", "convict", "negated", "stated"),
    ("NGOs reported that police arrested 12 women and that courts fined them.", "arrested", "affirmed", "reported"),
    ("NGOs reported that police arrested 12 women and that courts fined them.", "fined", "affirmed", "reported"),
    ("Police investigated alleged abuses, and alleged traffickers were convicted.", "convicted", "affirmed", "stated"),
    ("Twelve potential victims were identified.", "identified", "affirmed", "stated"),
    ("Police screened potential victims.", "victims", "affirmed", "possible"),
    ("According to an NGO, children are trafficked to the coast.", "trafficked", "affirmed", "reported"),
    ("Children are trafficked to the coast, according to an NGO.", "trafficked", "affirmed", "reported"),
    ("Ten Romanians suspected of trafficking were expelled in 2011.", "expelled", "affirmed", "stated"),
    ("Traders suspected of selling girls fled.", "selling", "affirmed", "reported"),
    ("By its own account, the government convicted two men.", "convicted", "affirmed", "reported"),
    ("Women sold to bars are among the victims described by journalists.", "sold", "affirmed", "reported"),
    ("The union withdrew its claim that women were sold to bars.", "sold", "negated", "reported"),
    ("The government does not assist men.", "assist", "negated", "stated"),
    ("The government did not open a shelter, but assisted 12 victims.", "assisted", "affirmed", "stated"),
    ("Although it did not open a shelter, the government assisted 12 victims.", "assisted", "affirmed", "stated"),
    ("It failed to file charges despite evidence that officers sold visas.", "sold", "affirmed", "stated"),
    ("Unable to pay a lawyer, she was expelled.", "expelled", "affirmed", "stated"),
    ("The ministry, lacking a budget, housed 12 girls.", "housed", "affirmed", "stated"),
    ("Having failed to screen the women, police deported them.", "deported", "affirmed", "stated"),
    ("Officers who did not know the law jailed 12 women.", "jailed", "affirmed", "stated"),
    ("Police did not screen migrants before returning 40 of them.", "returning", "affirmed", "stated"),
    ("Because they hold no papers that a court could accept, some are sold.", "sold", "affirmed", "stated"),
    ("Migrants are vulnerable, above all boys, some of whom owe money.", "owe", "affirmed", "stated"),
    ("The police acknowledged that they detained victims.", "detained", "affirmed", "reported"),
    ("The state could not point to a conviction.", "conviction", "negated", "reported"),
    ("Figures of 300 women are quoted.", "women", "affirmed", "reported"),
    ("Girls are reportedly trafficked to the mines.", "trafficked", "affirmed", "reported"),
    ("There were reports of women forced into prostitution.", "forced", "affirmed", "reported"),
    ("Orphans are vulnerable to trafficking.", "trafficking", "affirmed", "possible"),
    ("Officers may not recognize victims.", "recognize", "negated", "possible"),
    ("During the reporting period the court convicted two men.", "convicted", "affirmed", "stated"),
    ("It reported no convictions of traffickers.", "convictions", "negated", "reported"),
    ("Whether or not they confessed, courts fined them.", "fined", "affirmed", "stated"),
    ("The state has never convicted a trafficker.", "convicted", "negated", "stated"),
    ("None of the shelters took men, while courts convicted three traffickers.", "convicted", "affirmed", "stated"),
    ("Officials have yet to be prosecuted.", "prosecuted", "negated", "stated"),
    ("Men are believed to be subjected to forced labor.", "subjected", "affirmed", "reported"),
    ("Trafficking of girls was reported in the north.", "trafficking", "affirmed", "reported"),
    ("Trafficking occurs in the north.", "trafficking", "affirmed", "stated"),
    ("Shelter was not provided to men.", "provided", "negated", "stated"),
    ("Some of those deported were possibly trafficked.", "trafficked", "affirmed", "possible"),
    ("Officers alleged to have sold visas were moved.", "sold", "affirmed", "reported"),
    ("There were no confirmed reports during the year that the country was a source of victims.", "source", "negated", "reported"),
    ("There is no reliable evidence to suggest that men are trafficked.", "trafficked", "negated", "stated"),
    ("Kenya is no longer only a source of victims.", "source", "affirmed", "stated"),
    ("Men without papers were deported.", "deported", "affirmed", "stated"),
    ("Activists suspect traffickers bring girls to the coast.", "bring", "affirmed", "reported"),
    ("It appears that men are trafficked.", "trafficked", "affirmed", "possible"),
    ("It cannot be ruled out that men are trafficked.", "trafficked", "affirmed", "possible"),
    ("Allegations surfaced that men were enslaved.", "enslaved", "affirmed", "reported"),
    ("There is anecdotal evidence that girls are sold.", "sold", "affirmed", "reported"),
    ("A newspaper alleged girls are sold.", "sold", "affirmed", "reported"),
    ("Police could not confirm that girls were sold.", "sold", "affirmed", "reported"),
    ("Togo may serve as a transit point for girls trafficked to Mali.", "transit", "affirmed", "possible"),
    ("It is widely believed that girls are sold at the border.", "sold", "affirmed", "reported"),
    ("Girls are sold at the border, which could not be confirmed.", "sold", "affirmed", "stated"),
    ("Sales of girls at the border could not be confirmed.", "sales", "affirmed", "reported"),
    ("Groups suspected of smuggling trafficked girls.", "trafficked", "affirmed", "stated"),
    ("It is unclear whether the men were enslaved.", "enslaved", "affirmed", "possible"),
    ("The court acquitted a man accused of selling girls.", "selling", "affirmed", "reported"),
    ("The study did not find that girls were sold, and police arrested nine men.", "arrested", "affirmed", "stated"),
    ("The study did not find that girls, boys, and women were sold.", "sold", "negated", "stated"),
    ("The ministry failed to ensure that shelters opened, but courts convicted nine men.", "convicted", "affirmed", "stated"),
    ("According to the law, theft is a crime; police arrested nine men.", "arrested", "affirmed", "stated"),
    ("A parish in Lagos believes that girls are sold.", "sold", "affirmed", "reported"),
    ("The head of a shelter told researchers that girls are sold.", "sold", "affirmed", "reported"),
    ("Diplomats voiced concern that men are enslaved.", "enslaved", "affirmed", "reported"),
    ("In the judgment of local experts, most women are trafficked.", "trafficked", "affirmed", "reported"),
    ("According to the police, courts tried ten men; six were convicted.", "convicted", "affirmed", "reported"),
    ("Courts tried ten men; six were convicted.", "convicted", "affirmed", "stated"),
    ("Courts did not, however, convict anyone.", "convict", "negated", "stated"),
    ("Courts did not try men, however, police arrested them.", "arrested", "affirmed", "stated"),
    ("The police were yet to open an inquiry.", "open", "negated", "stated"),
    ("Girls believe that they will cook but are sold.", "sold", "affirmed", "stated"),
    ("Girls, an NGO says, are sold.", "sold", "affirmed", "reported"),
    ("Although there is no evidence of rings, foreign girls are sold.", "sold", "affirmed", "stated"),
    ("Men and, reportedly, boys are enslaved.", "men", "affirmed", "stated"),
    ("Men and, reportedly, boys are enslaved.", "boys", "affirmed", "reported"),
    ("Police detained three guards for allegedly selling girls.", "detained", "affirmed", "stated"),
    ("Police detained three guards for allegedly selling girls.", "selling", "affirmed", "reported"),
    ("The study did not find that girls were sold.", "sold", "negated", "stated"),
    ("The mission did not see any sign that girls were sold.", "sold", "negated", "stated"),
    ("There is a lack of evidence that men are trafficked.", "trafficked", "negated", "stated"),
    ("The embassy had received no reports that maids were held.", "held", "negated", "reported"),
    ("Trafficking of girls has not been observed.", "trafficking", "negated", "stated"),
    ("Togo is probably a source of boys for forced labor and of girls for prostitution and begging.", "begging", "affirmed", "possible"),
]


def qualified(annotated: Annotated, word: str) -> Qualified:
    """How the first token with this text is qualified."""
    token = next(t for t in annotated.tokens if t.lower == word)
    sentence = annotated.sentence_at(token.start)
    assert sentence is not None
    return qualify(annotated, sentence, token.i)


@pytest.mark.parametrize(("text", "word", "polarity", "certainty"), CASES)
def test_a_word_is_qualified_by_the_cues_that_reach_it(
    annotated: Callable[[str], Annotated], text: str, word: str, polarity: str, certainty: str
) -> None:
    found = qualified(annotated(text), word)
    assert (found.polarity, found.certainty) == (polarity, certainty)


def test_the_cue_that_fired_is_kept(annotated: Callable[[str], Annotated]) -> None:
    assert qualified(annotated("The state has never convicted a trafficker."), "convicted") == Qualified("negated", "stated", ("never",))
