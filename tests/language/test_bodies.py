"""Named bodies: where a name begins and ends, what sort of body it is, and whose."""

import pytest

from kg.language.bodies import antecedent, bodies, bodies_between

from .conftest import Annotate

ONE = [
    ("The Ministry of Labor and Civil Service met.", [("Ministry of Labor and Civil Service", "ministry", "THA")]),
    (
        "The Ministry of Justice, Public Administration, and Sports and the Customs Service met.",
        [
            ("Ministry of Justice, Public Administration, and Sports", "ministry", "THA"),
            ("Customs Service", "law_enforcement", "THA"),
        ],
    ),
    (
        "The Ministry of Farming, Forestry, and Fisheries, Customs, and the Coast Guard met.",
        [("Ministry of Farming, Forestry, and Fisheries", "ministry", "THA"), ("Coast Guard", "law_enforcement", "THA")],
    ),
    (
        "The Division for Care of Minors and Morals of the National Police met.",
        [("Division for Care of Minors and Morals", "government_body", "THA"), ("National Police", "law_enforcement", "THA")],
    ),
    (
        "The National Council to Monitor the Fight against Usury met.",
        [("National Council to Monitor the Fight against Usury", "committee", "THA")],
    ),
    (
        "The Ministry of Trade, Air Lanna, and UNICEF met.",
        [("Ministry of Trade", "ministry", "THA"), ("Air Lanna", "company", "THA"), ("UNICEF", "international_organization", None)],
    ),
    ("Ministry of Trade and Orbis, the telephone company, met.", [("Ministry of Trade", "ministry", "THA"), ("Orbis", "company", "THA")]),
    ("The Ministry of Welfare, Youth, and the Family met.", [("Ministry of Welfare, Youth, and the Family", "ministry", "THA")]),
    (
        "It worked with the NGO Lasting Heights and with IOM.",
        [("Lasting Heights", "ngo", "THA"), ("IOM", "international_organization", None)],
    ),
    ("The Ministry of Gender, Family, and Social Services met.", [("Ministry of Gender, Family, and Social Services", "ministry", "THA")]),
    (
        "The NGO Coalition on Rights and Action and the NGO Lumos met.",
        [("Coalition on Rights and Action", "ngo", "THA"), ("Lumos", "ngo", None)],
    ),
    ("Agents charge a commission for Saudi placements and met IOM.", [("IOM", "international_organization", None)]),
    (
        "According to the National Center for Girls and Mothers and other NGOs, they met.",
        [("National Center for Girls and Mothers", "ngo", "THA")],
    ),
    (
        "NGOs such as Lumen and Hotline for Migrants and Refugees met.",
        [("Lumen", "ngo", "THA"), ("Hotline for Migrants and Refugees", "ngo", "THA")],
    ),
    ("The Ministry of Justice’s Action Plan was read.", [("Ministry of Justice", "ministry", "THA")]),
    ("Courts in Isan met, and HIV/AIDS spread.", []),
    ("The Public Institution for the Care of Children met.", [("Public Institution for the Care of Children", "government_body", "THA")]),
    ("The study was made for Rede Alba, the national women’s advocacy network.", [("Rede Alba", "ngo", "THA")]),
    ("See the Department of Labor report Findings on the Worst Forms of Child Labor.", []),
    (
        "The parliament’s committee on Labor, Welfare, and Health met, and a committee on Monday.",
        [("committee on Labor, Welfare, and Health", "committee", "THA")],
    ),
    (
        "The Ministry of Commerce and Labor (Labor Ministry) met. The Labor Ministry left.",
        [("Ministry of Commerce and Labor", "ministry", "THA")] * 3,
    ),
    ("The Ombudsman’s Office met.", [("Ombudsman’s Office", "government_body", "THA")]),
    ("The NGO Škola met.", [("Škola", "ngo", "THA")]),
    ("The Lumen organization met.", [("Lumen", "ngo", "THA")]),
    (
        "NATIP (the National Agency against Trafficking) met.",
        [("National Agency against Trafficking",) * 1 + ("government_body", "THA")] * 2,
    ),
    ("An NGO operated the Hope and Care Center for Victims (HCCV).", []),
    ("The National Referral Mechanism met, and the Victim Trust Fund paid.", []),
    ("The Minors and Morals Brigade met.", [("Minors and Morals Brigade", "law_enforcement", "THA")]),
    (
        "The Office of the UN High Commissioner for Human Rights met.",
        [
            ("Office of the UN High Commissioner for Human Rights", "international_organization", None),
        ],
    ),
    ("Leaders of the National Coalition of Widows met.", [("National Coalition of Widows", "committee", "THA")]),
    (
        "The Secretariat against Drugs, Violence, and Trafficking in Persons met.",
        [("Secretariat against Drugs, Violence, and Trafficking in Persons", "government_body", "THA")],
    ),
    (
        "Police met with Rising Sun and Open Voices of Chiang Mai, two CSOs.",
        [("Rising Sun", "ngo", "THA"), ("Open Voices of Chiang Mai", "ngo", "THA")],
    ),
    ("In Nakhon and Ubon, two NGOs helped women.", []),
    ("The Private Employment Agency Proclamation No. 4 forbids fees.", []),
    ("The Department of Children’s Services met.", [("Department of Children’s Services", "ministry", "THA")]),
    ("The Ministry of Justice’s Harm Survey came out.", [("Ministry of Justice", "ministry", "THA")]),
    ("See the Department of Labor’s 2019 Findings on children.", []),
    (
        "The National Police, the Danish Center for Refugees, and other NGOs met.",
        [
            ("National Police", "law_enforcement", "THA"),
            ("Danish Center for Refugees", "ngo", "DNK"),
        ],
    ),
    ("Two Togolese sisters fled.", []),
    ("Farms in Amambay Department use boys in the West Bank.", []),
    ("The BBA militia took boys.", [("BBA", "armed_group", "THA")]),
    ("Women hold a Residence Card (RC) here.", []),
    ("The local CSO Open Door met; the daily Tempo wrote.", [("Open Door", "ngo", "THA"), ("Tempo", "media", None)]),
    ("The Police Service of Northern Ireland met.", [("Police Service of Northern Ireland", "law_enforcement", "GBR")]),
    ("A shelter run by the Salvation Army in Kisumu housed nine girls.", [("Salvation Army", "ngo", None)]),
    ("The Kenyan embassy in Riyadh sheltered 40 women.", [("Kenyan embassy in Riyadh", "diplomatic_mission", "KEN")]),
    ("The embassy in Riyadh sheltered 40 women.", []),
    ("The High Court in Mombasa acquitted two.", [("High Court in Mombasa", "judiciary", "THA")]),
    ("The National Sub-Council on Trafficking met in May.", [("National Sub-Council on Trafficking", "committee", "THA")]),
    ("The Royal Lao Police took part.", [("Royal Lao Police", "law_enforcement", "LAO")]),
    (
        "The Ministry of Labor, Interpol, and the Department of Health met.",
        [
            ("Ministry of Labor", "ministry", "THA"),
            ("Interpol", "international_organization", None),
            ("Department of Health", "government_body", "THA"),
        ],
    ),
    (
        "The Ministries of Labor and of Foreign Affairs met.",
        [("Ministry of Labor", "ministry", "THA"), ("Ministry of Foreign Affairs", "ministry", "THA")],
    ),
    ("The Kenyan League for Human Rights met.", [("Kenyan League for Human Rights", "ngo", "KEN")]),
    ("The Prosecutors' School trained 12 judges.", [("Prosecutors' School", "government_body", "THA")]),
    ("The Higher School of Justice gave a course.", [("Higher School of Justice", "government_body", "THA")]),
    (
        "The Organization for Security and Cooperation in Europe held a course.",
        [("Organization for Security and Cooperation in Europe", "international_organization", None)],
    ),
    ("The NGO Nurses without Borders came.", [("Nurses without Borders", "ngo", None)]),
    ("The NGO Lumen in Nairobi took 12 girls.", [("Lumen", "ngo", "THA")]),
    ("Girls went to the NGOs Lumen and Casa Viva.", [("Lumen", "ngo", "THA"), ("Casa Viva", "ngo", "THA")]),
    ("Casa Viva runs a shelter for boys.", [("Casa Viva", "ngo", "THA")]),
    ("South Africa runs a shelter for boys.", []),
    ("A shelter run by Asha Nepal took girls.", [("Asha Nepal", "ngo", "THA")]),
    ("Gangs such as MS-13 use boys.", [("MS-13", "armed_group", "THA")]),
    ("The Internal Affairs Sector dismissed a clerk.", [("Internal Affairs Sector", "government_body", "THA")]),
    ("NGOS helped LGB persons.", []),
    ("The Jesuit Refugee Service visited men.", [("Jesuit Refugee Service", "ngo", None)]),
    ("The Popular Mobilization Forces recruited boys.", [("Popular Mobilization Forces", "armed_group", "THA")]),
    ("Labor First, formerly Work Plus, a government entity, checks farms.", [("Labor First", "government_body", "THA")]),
    (
        "Several organizations, including UNICEF, Freenow.org, and Casa del Sol, helped.",
        [("UNICEF", "international_organization", None), ("Freenow.org", "ngo", "THA"), ("Casa del Sol", "ngo", "THA")],
    ),
    ("Casa Alianza and other NGOs assist street children.", [("Casa Alianza", "ngo", "THA")]),
    ("Two local NGOs, Trace Hope (TH) and Blue Dragon, ran shelters.", [("Trace Hope", "ngo", "THA"), ("Blue Dragon", "ngo", "THA")]),
    ("According to the international NGO Lumos, children lived in homes.", [("Lumos", "ngo", None)]),
    ("Al-Durra, a recruiting company, hired maids.", [("Al-Durra", "company", "THA")]),
    ("The U.N. Children’s Fund gave support.", [("U.N. Children’s Fund", "international_organization", None)]),
    ("The UN Human Rights Committee on September 12 met.", [("UN Human Rights Committee", "international_organization", None)]),
    ("The Family Reconciliation Center in Amman, run by nuns, accepts women.", []),
    ("The Trafficking Victims Protection Act and the Palermo Protocol set standards.", []),
    ("EU member states and ASEAN countries were named.", []),
    ("A home run by the Salesians is open.", [("Salesians", "ngo", "THA")]),
    ("The Foreign Employment Board met.", [("Foreign Employment Board", "committee", "THA")]),
    ("The Director of Public Prosecutions appealed.", [("Director of Public Prosecutions", "law_enforcement", "THA")]),
    ("A local organization, Casa del Migrante, gives meals.", [("Casa del Migrante", "ngo", "THA")]),
    ("The Office of the UN Envoy (UNHCR) wrote.", [("Office of the UN Envoy", "international_organization", None)]),
    ("The Minister of Justice spoke of export processing zones (EPZA). The EPZA grew.", []),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_a_name_is_cut_typed_and_given_to_its_country(annotated: Annotate, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(b.name, b.type, b.country) for b in bodies(annotated(text))] == expected


def test_an_acronym_means_the_name_it_was_given_with(annotated: Annotate) -> None:
    found = bodies(annotated("The Directorate of Criminal Investigations (DCI) met. The DCI arrested two men."))
    assert [(b.name, b.acronym, b.type) for b in found] == [("Directorate of Criminal Investigations", "DCI", "law_enforcement")] * 2


def test_a_name_may_spell_out_the_acronym_before_it(annotated: Annotate) -> None:
    found = bodies(annotated("The DINA, or National Directorate for Children, met. The DINA trained officers."))
    assert {(b.name, b.acronym) for b in found} == {("National Directorate for Children", "DINA")}


def test_a_name_explained_once_is_known_wherever_it_stands_again(annotated: Annotate) -> None:
    found = bodies(annotated("The NGO Blue Dragon ran a shelter. Girls trusted Blue Dragon."))
    assert [(b.name, b.type) for b in found] == [("Blue Dragon", "ngo")] * 2


def test_bodies_are_worked_out_once_for_a_document(annotated: Annotate) -> None:
    document = annotated("The Ministry of Labor met.")
    assert bodies(document) is bodies(document)


def test_a_common_noun_means_the_last_body_of_its_sort(annotated: Annotate) -> None:
    text = "The Ministry of Labor met IOM. Then the Ministry of Health met the Youth Union. The ministry paid."
    document = annotated(text)
    found = [antecedent(document, text.index("The ministry paid"), noun) for noun in ("ministry", "union", "embassy")]
    assert [b.name if b else None for b in found] == ["Ministry of Health", "Youth Union", None]


def test_bodies_between_offsets_are_those_wholly_inside(annotated: Annotate) -> None:
    text = "The Ministry of Labor met IOM."
    assert [b.name for b in bodies_between(annotated(text), 10, len(text))] == ["IOM"]


def test_a_name_ends_before_the_organizations_listed_with_it(annotated: Annotate) -> None:
    text = "A group of the Ministry of Labor, the Ministry of Justice, and NGOs met."
    assert [b.name for b in bodies(annotated(text))] == ["Ministry of Labor", "Ministry of Justice"]
