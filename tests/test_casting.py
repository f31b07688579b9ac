"""Whom a mention means, over the constructions of English and the usage of many parliaments: one actor, or in doubt nobody.

Every sentence is our own; in each the last such word, or for a verb its subject, stands for the actor named.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.test_actors import read

CASES = [
    # "the member" of whom nobody's rank is told, and who sits in the chair
    ("Ana Reyes was the cause of it in Parliament. The backbencher refused to sit.", "backbencher", "Ana Reyes"),
    ("Ana Reyes and Bo Kline rose in Parliament. The member refused to sit.", "member", None),
    ("Speaker Ana Reyes spoke in Parliament. The member refused to sit.", "member", "member"),
    ("It rained on Parliament. The MP was ejected.", "MP", "MP"),
    ("Ana Reyes in the Speaker's chair. Parliament rose. The Speaker looked on.", "Speaker", "Ana Reyes"),
    ("Ana Reyes took the Speaker's chair in Parliament. Ben Low waited. The Speaker looked on.", "Speaker", "Speaker"),
    ("Sir Derek Amblecote rose in the House of Commons. Sir Derek sat down.", "Derek", "Derek Amblecote"),
    ("Dame Olive Penhallow rose in the House. Dame Olive sat down.", "Olive", "Olive Penhallow"),
    ("Baroness Tolworth rose in the Lords. Lady Tolworth sat down.", "Tolworth", "Tolworth"),
    ("Lord Marsh of Denby rose in the Lords. Lord Marsh sat down.", "Marsh", "Marsh"),
    ("Dr Priya Venkatraman rose in Parliament. Dr Venkatraman sat down.", "Venkatraman", "Priya Venkatraman"),
    ("The Hon. Kofi Adu-Boateng rose in Parliament. Hon. Adu-Boateng sat down.", "sat", "Kofi Adu-Boateng"),
    ("Hon Kofi Mensah rose in Parliament. Mensah sat down.", "Mensah", "Kofi Mensah"),
    ("Shri Ramesh Bhosle rose in the Lok Sabha. Shri Bhosle sat down.", "Bhosle", "Ramesh Bhosle"),
    ("Smt Lata Deshpande rose in the Lok Sabha. She sat down.", "She", "Lata Deshpande"),
    ("Datuk Seri Azlan Harun rose in the Dewan Rakyat. Azlan sat down.", "Azlan", "Azlan Harun"),
    ("Mrs May Castle rose in the House. Mrs Castle sat down.", "Castle", "May Castle"),
    ("Mr O'Dowd rose in the Dáil. O'Dowd sat down.", "O'Dowd", "O'Dowd"),
    ("Senator Maria Delgado rose in the Senate. Sen. Delgado sat down.", "Delgado", "Maria Delgado"),
    ("Rep. Tom Alder, R-Texas, rose in the House. Alder sat down.", "Alder", "Tom Alder"),
    ("Labour leader Ama Okoro rose in Parliament. The Labour leader sat down.", "leader", "Ama Okoro"),
    ("Premier Jack Dunmore rose in the Legislative Assembly. The premier sat down.", "premier", "Jack Dunmore"),
    ("The premier, Jack Dunmore, rose in the Legislative Assembly. The Premier sat down.", "Premier", "Jack Dunmore"),
    ("Opposition leader Mary Kite rose in the assembly. The opposition leader sat down.", "leader", "Mary Kite"),
    ("The Leader of the Opposition, Mary Kite, rose in Parliament. The Opposition Leader sat down.", "Leader", "Mary Kite"),
    ("Mary Kite, Leader of the Opposition, rose in Parliament. The Leader of the Opposition sat down.", "Leader", "Mary Kite"),
    ("Finance Minister Lee Wong rose in Parliament. The finance minister sat down.", "minister", "Lee Wong"),
    ("Finance Minister Lee Wong rose in Parliament. The minister sat down.", "minister", "Lee Wong"),
    ("Health Secretary Zoe Parr rose in the Commons. The health secretary sat down.", "secretary", "Zoe Parr"),
    ("Zoe Parr, the health secretary, rose in the Commons. The health secretary sat down.", "secretary", "Zoe Parr"),
    ("Deputy Speaker Rose Hall rose in Parliament. The deputy speaker sat down.", "speaker", "Rose Hall"),
    ("Speaker John Oke opened the sitting. Deputy Speaker Rose Hall took over. The Speaker sat down.", "Speaker", "John Oke"),
    ("Acting Speaker Rose Hall opened the sitting in Parliament. The acting speaker sat down.", "speaker", "Rose Hall"),
    ("Taoiseach Niall Byrne rose in the Dáil. The Taoiseach sat down.", "Taoiseach", "Niall Byrne"),
    ("Ceann Comhairle Una Foley rose in the Dáil. The Ceann Comhairle sat down.", "Comhairle", "Una Foley"),
    ("First Minister Ewan Baird rose at Holyrood. The first minister sat down.", "minister", "Ewan Baird"),
    ("Presiding Officer Jean Muir rose in the Scottish Parliament. The Presiding Officer sat down.", "Officer", "Jean Muir"),
    ("Chief Minister Anil Rao rose in the assembly. The chief minister sat down.", "minister", "Anil Rao"),
    ("Chairperson Thandi Nkosi opened the committee in Parliament. The chairperson sat down.", "chairperson", "Thandi Nkosi"),
    ("Mayor Bill Oates opened the council meeting. The mayor sat down.", "mayor", "Bill Oates"),
    ("Senate President Lou Vance rose in the Senate. The Senate president sat down.", "president", "Lou Vance"),
    ("House Speaker Lou Vance rose in the House. The speaker sat down.", "speaker", "Lou Vance"),
    ("Kate Ferris, the member for Lalor, rose in Parliament. The member for Lalor sat down.", "member", "Kate Ferris"),
    ("The member for Lalor, Kate Ferris, rose in Parliament. The Member for Lalor sat down.", "Member", "Kate Ferris"),
    ("Lalor MP Kate Ferris rose in Parliament. The Lalor MP sat down.", "MP", "Kate Ferris"),
    ("Kate Ferris (Lalor) rose in Parliament. The member for Lalor sat down.", "member", "Kate Ferris"),
    ("Kate Ferris, MP for Lalor, rose in Parliament. The Lalor MP sat down.", "MP", "Kate Ferris"),
    ("Kate Ferris, who represents Lalor, rose in Parliament. The member for Lalor sat down.", "member", "Kate Ferris"),
    ("Kate Ferris (Lalor, Labor) rose in Parliament. The Lalor MP sat down.", "MP", "Kate Ferris"),
    ("Lalor MP Kate Ferris and Bendoc MP Tim Ross rose in Parliament. The Bendoc MP sat down.", "MP", "Tim Ross"),
    ("North Cork TD Fergal Daly rose in the Dáil. The North Cork TD sat down.", "TD", "Fergal Daly"),
    ("The MP for Bexley North, Tim Ross, rose in Parliament. The Bexley North MP sat down.", "MP", "Tim Ross"),
    ("Tim Ross, a National MP, rose in Parliament. The National MP sat down.", "MP", "Tim Ross"),
    ("National MP Tim Ross rose in Parliament. The National MP sat down.", "MP", "Tim Ross"),
    ("National's Tim Ross rose in Parliament. The National MP sat down.", "MP", "Tim Ross"),
    ("Tim Ross (National) rose in Parliament. The National MP sat down.", "MP", "Tim Ross"),
    ("Tim Ross of the National Party rose in Parliament. The National MP sat down.", "MP", "Tim Ross"),
    ("Tim Ross of the BJP rose in the Lok Sabha. The BJP MP sat down.", "MP", "Tim Ross"),
    ("BJP's Anil Rao rose in the Lok Sabha. The BJP MP sat down.", "MP", "Anil Rao"),
    ("Green MP Ann Hale rose in Parliament. The Green MP sat down.", "MP", "Ann Hale"),
    ("Tory backbencher Giles Pym rose in the Commons. The Tory backbencher sat down.", "backbencher", "Giles Pym"),
    ("Tory backbencher Giles Pym rose in the Commons. The Conservative MP sat down.", "MP", "Giles Pym"),
    ("Republican Rep. Tom Alder rose in the House. The Republican lawmaker sat down.", "lawmaker", "Tom Alder"),
    ("Rep. Tom Alder, a Republican from Ohio, rose in the House. The Ohio Republican sat down.", "Republican", "Tom Alder"),
    ("Rep. Tom Alder (R-Ohio) rose in the House. The Republican sat down.", "Republican", "Tom Alder"),
    ("Sinn Féin TD Fergal Daly rose in the Dáil. The Sinn Féin TD sat down.", "TD", "Fergal Daly"),
    ("DUP MLA Ivan Boyd rose at Stormont. The DUP man sat down.", "man", "Ivan Boyd"),
    ("The Mana Party leader, Tua Pene, rose in Parliament. The Mana leader sat down.", "leader", "Tua Pene"),
    ("Three opposition members rose in Parliament. The three sat down.", "three", "Three opposition members"),
    ("National MPs rose in Parliament. The MPs sat down.", "MPs", "National MPs"),
    ("The government benches jeered in Parliament. The benches fell silent.", "benches", "government benches"),
    ("Protesters in the gallery shouted in Parliament. The protesters sat down.", "protesters", "Protesters"),
    ("MPs from the Democratic Alliance rose in Parliament. The DA MPs sat down.", "sat", "MPs from the Democratic Alliance"),
    ("Two women in the public gallery shouted in Parliament. The women sat down.", "women", "Two women"),
    ("Ms Hale and Ms Lind shouted in Parliament. She sat down.", "She", None),
    ("Ms Hale and Mr Lind shouted in Parliament. She sat down.", "She", "Hale"),
    ("Ama Okoro heckled Piri Hale in Parliament. Her party cheered.", "Her", None),
    ("Labour MP Tom Marlowe rose in Parliament, saying he was sorry.", "he", "Tom Marlowe"),
    ("Mr Marlowe told Mr Okoro in Parliament that he was a liar.", "he", None),
    ("Ms Hale told Mr Okoro in Parliament that he was a liar.", "he", "Okoro"),
    ("Ms Hale told Mr Okoro in Parliament that she was sorry.", "she", "Hale"),
    ("The Speaker ordered Mr Okoro to leave Parliament. He refused.", "He", "Okoro"),
    ("The Speaker, Jo Lind, ordered Ms Okoro to leave Parliament. She refused.", "She", "Okoro"),
    ("When he rose in Parliament, Mr Okoro was jeered.", "he", "Okoro"),
    ("Mr Okoro rose in Parliament. MPs jeered. He sat down.", "He", "Okoro"),
    ("Mr Okoro rose in Parliament. MPs jeered him.", "him", "Okoro"),
    ("Mr Okoro and Mr Hale rose in Parliament. They sat down.", "They", "Okoro"),
    ("Labour MPs rose in Parliament. The Speaker warned them.", "them", "Labour MPs"),
    ("Mr Okoro hurt himself in Parliament.", "himself", "Okoro"),
    ("Labour MP Tom Marlowe rose in Parliament. The MP sat down.", "MP", "Tom Marlowe"),
    ("Labour MP Tom Marlowe and National MP Ann Hale rose in Parliament. The MP sat down.", "MP", None),
    ("Labour MP Tom Marlowe rose in Parliament. The lawmaker sat down.", "lawmaker", "Tom Marlowe"),
    ("Senator Maria Delgado rose in the Senate. The senator sat down.", "senator", "Maria Delgado"),
    ("Tom Marlowe and his wife, Ann Marlowe, rose in Parliament. Ms Marlowe sat down.", "Marlowe", "Ann Marlowe"),
    ("Tom Marlowe and his wife Ann rose in Parliament. Mr Marlowe sat down.", "Marlowe", "Tom Marlowe"),
    ("Tom and Ann Marlowe rose in Parliament. Ann Marlowe sat down.", "Marlowe", "Ann Marlowe"),
    ("Labour's Tom Marlowe and National's Ann Marlowe rose in Parliament. Marlowe sat down.", "Marlowe", None),
    ("Labour MP Tom Marlowe and National MP Ben Marlowe rose in Parliament. The Labour MP sat down.", "MP", "Tom Marlowe"),
    ("Labour leader Ama Okoro rose in Parliament. Labour sat down.", "Labour", "Labour"),
    ("ACT leader Ama Okoro rose in Parliament. ACT voted.", "ACT", "ACT"),
    (
        "Former prime minister Ann Hale rose in Parliament. Prime Minister Bo Reid answered. The Prime Minister sat down.",
        "Minister",
        "Bo Reid",
    ),
    ("Former Speaker Ann Hale rose in Parliament. The Speaker sat down.", "Speaker", "Speaker"),
    ("Ann Hale, a former speaker, rose in Parliament. The Speaker sat down.", "Speaker", "Speaker"),
    ("The former prime minister, Ann Hale, rose in Parliament. The former prime minister sat down.", "minister", "Ann Hale"),
    ("Ex-minister Ann Hale rose in Parliament. The minister sat down.", "minister", "minister"),
    (
        "The then Speaker, Ann Hale, named him. Speaker Bo Reid said nothing in Parliament. The Speaker sat down.",
        "Speaker",
        "Bo Reid",
    ),
    (
        "Deputy Speaker Rose Hall was in the chair in Parliament. The Speaker was away. The Deputy Speaker sat down.",
        "Speaker",
        "Rose Hall",
    ),
    ("Assistant Speaker Rose Hall was in the chair in Parliament. The Assistant Speaker sat down.", "Speaker", "Rose Hall"),
    ("Rose Hall, who was in the chair, warned Mr Okoro in Parliament. The chair sat down.", "chair", "Rose Hall"),
    ("Madam Speaker Rose Hall rose in Parliament. Madam Speaker sat down.", "Speaker", "Rose Hall"),
    ("MK Yael Dror rose in the Knesset. The MK sat down.", "MK", "Yael Dror"),
    ("MK Yael Dror (Likud) rose in the Knesset. The Likud MK sat down.", "MK", "Yael Dror"),
    ("Knesset Speaker Avi Lapin rose. The Knesset speaker sat down.", "speaker", "Avi Lapin"),
    ("Lok Sabha Speaker Anil Rao rose. The Speaker sat down.", "Speaker", "Anil Rao"),
    ("Congress MP Lata Deshpande rose in the Lok Sabha. The Congress MP sat down.", "MP", "Lata Deshpande"),
    ("Congress leader Lata Deshpande rose in the Lok Sabha. The Congress leader sat down.", "leader", "Lata Deshpande"),
    ("Leader of the House Anil Rao rose in the Rajya Sabha. The Leader of the House sat down.", "Leader", "Anil Rao"),
    ("Ihaia Tūhoe shouted at the Speaker in Parliament. Tūhoe sat down.", "Tūhoe", "Ihaia Tūhoe"),
    ("Iain Gow shouted at the Speaker in Parliament. Gow sat down.", "Gow", "Iain Gow"),
    (
        "Chukwuemeka Eze-Nwosu heckled the minister in the House of Representatives. Eze-Nwosu sat down.",
        "sat",
        "Chukwuemeka Eze-Nwosu",
    ),
    ("Leung Kwok-fai threw a bun in LegCo. Leung sat down.", "Leung", "Leung Kwok-fai"),
    ("Wavinya Mutua heckled the deputy president in the National Assembly. Mutua sat down.", "Mutua", "Wavinya Mutua"),
    *(
        pytest.param(
            text, word, expected, marks=pytest.mark.xfail(reason="a name the pipeline never met, where a sentence begins")
        )
        for text, word, expected in (
            ("Karan Obi-Martins shouted at the Speaker in Parliament. Obi-Martins sat down.", "sat", "Karan Obi-Martins"),
            ("Siti binti Rahman rose in Parliament. Rahman sat down.", "Rahman", "Siti binti Rahman"),
            ("Pieter van der Walt rose in the National Assembly. Van der Walt sat down.", "Walt", "Pieter van der Walt"),
            ("Thandeka shouted at the Speaker in Parliament. Thandeka sat down.", "Thandeka", "Thandeka"),
        )
    ),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_a_mention_means_one_actor_or_nobody(nlp: Language, text: str, word: str, expected: str | None) -> None:
    made, found = read(nlp, text)
    token = [t for t in made.doc if t.text == word][-1]
    token = next((t for t in token.children if t.dep_.startswith("nsubj")), token) if token.pos_ == "VERB" else token
    ids = found.all_at(token)
    assert (found.get(ids[0]).name if ids else None) == expected
