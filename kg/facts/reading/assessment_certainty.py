"""How sure a judgement of efforts is: told by others, or only what seems so; what a government reports of itself hedges nothing."""

from typing import Final

from kg.facts.model import Certainty
from kg.facts.reading.assessment_efforts import Judgement
from kg.facts.reading.wording import pattern
from kg.language.model import Annotated, Sentence
from kg.language.qualifiers import qualify
from kg.vocabulary.efforts import patterns

_TOLD: Final = patterns("told")
_OWN: Final = pattern(_TOLD["own"])
_OTHERS: Final = pattern(_TOLD["others"])


def certainty_of(annotated: Annotated, sentence: Sentence, judged: Judgement) -> Certainty:
    """Reported where a cue that reaches the judgement names a source or an appearance: *NGOs said that* protection was weak."""
    at = annotated.token_at(sentence.start + judged.start), annotated.token_at(sentence.start + judged.end - 1)
    cues = {cue.lower() for i in at for cue in qualify(annotated, sentence, i).cues}
    return "reported" if any(_OTHERS.search(cue) and not _OWN.fullmatch(cue) for cue in cues) else "stated"
