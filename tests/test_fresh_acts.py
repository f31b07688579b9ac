"""What fresh articles of many countries told in ordinary words: a quoted order, a line of a record, who follows, words thrown."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts

TOLD = [
    (
        'The Speaker ordered Ada Moss out for two days.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'Joan Quill then ordered Ada Moss out until Thursday.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'The chair sent Ada Moss out for the remainder of the sitting.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'Ada Moss was ordered out for a day.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'Quill subsequently threw Ada Moss out for five sittings.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'The Speaker put Ada Moss out for the week.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'Ada Moss went on shouting. "Get that woman out of my sight," said the Speaker.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'Ada Moss would not sit down. "Take him out," the Speaker told the marshals.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        '"Member, go and cool down," the Speaker told Ada Moss.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'The Speaker waved at Ben Lind as Ada Moss was thrown out. "You can join her," she told him.',
        ('ejection', ['Joan Quill'], ['Ben Lind']),
    ),
    (
        'The Speaker ejected Ada Moss. "And you can follow her," she told Ben Lind.',
        ('ejection', ['Joan Quill'], ['Ben Lind']),
    ),
    (
        '"Escort this gentleman from the chamber," the Speaker snapped at the sergeant-at-arms as Ben Lind kept shouting.',
        ('ejection', ['Joan Quill'], ['Ben Lind']),
    ),
    (
        'The Speaker invited Ada Moss to continue her afternoon elsewhere.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'Ada Moss was invited to spend the rest of the day at home.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'Ada Moss was advised to find somewhere else to be until tomorrow.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'The Speaker told Ada Moss that her day was over.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'The Speaker nodded to Officer Len Ruiz, who walked Ada Moss to the hallway.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'The Speaker signalled to two ushers, who led Ada Moss out.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'A sergeant walked Ada Moss to the foyer.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'Two troopers took Ada Moss by the elbows and walked her out.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'At a nod from the Speaker, two orderlies ushered Ada Moss into the corridor.',
        ('ejection', ['Joan Quill'], ['Ada Moss']),
    ),
    (
        'The rest of the Greens filed out of the House.',
        ('walkout', ['Greens'], []),
    ),
    (
        'All the other Greens left the chamber in protest.',
        ('walkout', ['Greens'], []),
    ),
    (
        'The remaining Greens trooped out of the chamber.',
        ('walkout', ['Greens'], []),
    ),
    (
        'The whole of the Labour bench walked out.',
        ('walkout', ['Labour bench'], []),
    ),
    (
        'The Speaker ejected Ada Moss. Five of her colleagues went with her.',
        ('walkout', ['Five of her colleagues'], []),
    ),
    (
        'The Speaker ejected Ada Moss. Two of her team went with her, unasked.',
        ('walkout', ['Two of her team'], []),
    ),
    (
        'The Speaker ejected Ada Moss. Ben Lind went after her, followed by nine others.',
        ('walkout', ['nine others'], []),
    ),
    (
        'The Speaker ejected Ada Moss. Three of her party trooped out behind her.',
        ('walkout', ['Three of her party'], []),
    ),
    (
        'Labour MPs shouted at the minister, Ben Lind, before they all picked up their files and quit the chamber.',
        ('walkout', ['Labour MPs'], []),
    ),
    (
        'Labour MPs jeered Ben Lind before all of them, save one, picked up their files and quit the chamber.',
        ('walkout', ['Labour MPs'], []),
    ),
    (
        '15:06 - All members of the Green Party pick up their tablets and exit.',
        ('walkout', ['members of the Green Party'], []),
    ),
    (
        'Labour MPs gather up their papers and exit the House.',
        ('walkout', ['Labour MPs'], []),
    ),
    (
        'The Greens quit the chamber.',
        ('walkout', ['Greens'], []),
    ),
    (
        'Labour MPs jeered. The Greens left the House in a body.',
        ('walkout', ['Greens'], []),
    ),
    (
        'Labour MPs jeered Ben Lind. A dozen of his colleagues got up and made for the exit.',
        ('walkout', ['colleagues'], []),
    ),
    (
        'Labour MPs jeered Ben Lind. The Greens had by then taken themselves off to the lobby.',
        ('walkout', ['Greens'], []),
    ),
    (
        'Ben Lind was answering. "Dictator!" sang a chorus of Labour MPs.',
        ('heckle', ['Labour MPs'], ['Ben Lind']),
    ),
    (
        'Ben Lind was speaking. "You are finished!" said a voice on the left.',
        ('heckle', [], ['Ben Lind']),
    ),
    (
        'Ben Lind was speaking. "Go home!" a voice was heard saying from the rear of the chamber.',
        ('heckle', ['voice'], ['Ben Lind']),
    ),
    (
        'Ben Lind was speaking. "How is the quarry?" somebody wondered aloud.',
        ('heckle', ['somebody'], ['Ben Lind']),
    ),
    (
        'Ben Lind began his reply. From the benches opposite came "What about the nurses?"',
        ('heckle', ['benches'], ['Ben Lind']),
    ),
    (
        'As Ben Lind began to speak, people in the public gallery started calling "Go home, Lind".',
        ('heckle', ['people'], ['Ben Lind']),
    ),
    (
        'Every time Ben Lind reached the microphone, Labour MPs blew air horns at him.',
        ('heckle', ['Labour MPs'], ['Ben Lind']),
    ),
    (
        'Labour MPs banged pots at Ben Lind as he spoke.',
        ('heckle', ['Labour MPs'], ['Ben Lind']),
    ),
    (
        'Labour MPs whistled and blew vuvuzelas at Ben Lind.',
        ('heckle', ['Labour MPs'], ['Ben Lind']),
    ),
    (
        '"Liar!" Ada Moss flung at Ben Lind across the floor.',
        ('heckle', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ben Lind was reading his statement. "Rubbish!" was heard from the Labour benches.',
        ('heckle', ['Labour benches'], ['Ben Lind']),
    ),
    (
        'Ben Lind said the bridge was open.\n\nSome hon. members: Oh, oh!',
        ('heckle', ['members'], ['Ben Lind']),
    ),
    (
        'Ben Lind said the bridge was open.\n\nOpposition members: Resign!',
        ('heckle', ['Opposition members'], ['Ben Lind']),
    ),
    (
        'Ada Moss fired back that the minister, Ben Lind, had sold the bridge to his cousins. The Speaker called for order.',
        ('attack', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        "Ada Moss, on a follow-up, charges that Ben Lind sold the country's power to her in-laws. The Speaker calls for order.",
        ('attack', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss said people must know whether Ben Lind was running a ministry or a shop. The Speaker asked her to withdraw.',
        ('attack', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss wanted to know if Ben Lind was paid by the people or by the banks. The Speaker ordered her out.',
        ('attack', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss put the blame on Ben Lind, "who runs this House like a bus station."',
        ('attack', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss laid the blame on Ben Lind in the debate.',
        ('attack', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss pinned the mess on Ben Lind in the debate.',
        ('attack', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss hit back that Ben Lind had bought his seat. The Speaker called for order.',
        ('attack', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss asked whether Ben Lind was running a court or a circus. The Speaker ordered her out.',
        ('attack', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss pulled Ben Lind off the steps by his jacket.',
        ('scuffle', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Footage shows Ada Moss pulling Ben Lind off the steps by his jacket.',
        ('scuffle', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss dragged Ben Lind from the podium by his tie.',
        ('scuffle', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss pushed the hand of Ben Lind away. Lind pushed back.',
        ('scuffle', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss spat at Ben Lind.',
        ('scuffle', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss alleges that Ben Lind also spat at her.',
        ('scuffle', ['Ben Lind'], ['Ada Moss']),
    ),
    (
        'Bottles could be seen flying towards Ben Lind.',
        ('scuffle', [], ['Ben Lind']),
    ),
    (
        'Bottles flew at Ben Lind from the Labour benches.',
        ('scuffle', ['Labour benches'], ['Ben Lind']),
    ),
    (
        'Ada Moss elbowed Ben Lind as he passed.',
        ('scuffle', ['Ada Moss'], ['Ben Lind']),
    ),
    (
        'Ada Moss and Ben Lind had to be held apart by the whip.',
        ('scuffle', ['Ada Moss', 'Ben Lind'], ['Ada Moss', 'Ben Lind']),
    ),
    (
        'Ada Moss upended a pitcher of water over the desk of Ben Lind.',
        ('scuffle', ['Ada Moss'], ['Ben Lind']),
    ),
]
SILENT = [
    "Ben Lind said the bridge was open.\n\nSeveral honourable members: Hear, hear!",
    '"You can join them," Ada Moss told Ben Lind.',
    "Ada Moss asked whether Ben Lind was for or against the bill.",
    "Ada Moss put the blame on the weather.",
    "Two of her team went with her to the airport.",
    "Labour MPs picked up their tablets and read.",
    "Ada Moss threw a question at Ben Lind.",
    "The Speaker advised Ada Moss to find a new office.",
]


@pytest.mark.parametrize(("text", "act"), TOLD)
def test_what_fresh_articles_tell(nlp: Language, text: str, act: tuple[str, list[str], list[str]]) -> None:
    assert act in acts(nlp, text)


@pytest.mark.parametrize("text", SILENT)
def test_near_misses_stay_silent(nlp: Language, text: str) -> None:
    core = {"heckle", "attack", "ejection", "walkout", "scuffle"}
    assert not [act for act in acts(nlp, text) if act[0] in core]
