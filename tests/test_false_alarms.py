"""Sentences that break nothing and stand near words that do: each was once, or could well be, a false alarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import postlint

if TYPE_CHECKING:
    from pathlib import Path

    from postlint.engine import Linter

CONFIG = """policies = ["social-media", "os2samtale", "oktech", "ecxo"]

[organisation]
name = "Skarvlinjen"
"""
DUTIES = {"missing-disclaimer", "audience-check", "anonymous-post", "inclusive-language"}
INNOCENT = [
    "Buy it while you still can.",
    "Book din tur, mens du stadig kan.",
    "You are dead right about the parking.",
    "I'd think again about the colour of the kitchen.",
    "Timber goes up quickly in price these days.",
    "The old barn is made of wood and goes up fast when the volunteers build it.",
    "Jeg fik en på hovedet til håndbold i går, av.",
    "Just wait, I'm coming over with cake!",
    "Bare vent, jeg kommer hjem til dig med kage.",
    "Hvis jeg ser dig på messen, kommer jeg hen til dig.",
    "If I see you at the fair I owe you a coffee.",
    "One more comment and the thread is closed for tonight.",
    "Én kommentar mere, så lukker vi tråden for i dag.",
    "I hope he gets to feel what it feels like to win.",
    "The dog is locked up in the kennel.",
    "Log off for good this weekend and go outside.",
    "Ingen ville savne den gamle printer.",
    "Do the world a favour and plant a tree.",
    "Ring til dem i weekenden, hvis du har spørgsmål.",
    "Skriv til hende i aften, hun vil gerne høre fra dig.",
    "Kan I ikke alle sammen ringe ind og stemme på hende?",
    "Don't stop until they hand in the form.",
    "Let's all call grandma tomorrow.",
    "We all write reports on Fridays.",
    "Tag alle kunder med på råd.",
    "Find ud af, hvem du er i virkeligheden.",
    "I can't make it any simpler than that, sorry.",
    "Sort out your spelling with the free tool from the library.",
    "Kan du stave til rododendron?",
    "Det står på side 3 med billeder.",
    "Selv du kan lære at svejse, kom til introaften.",
    "Use your head when you cycle: wear a helmet.",
    "Brug hovedet, når du cykler: tag hjelm på.",
    "Try to keep up with the news in our letter.",
    "Var det til at forstå på engelsk, synes I?",
    "Jeg prøver lige en gang til med den dej.",
    "Vi har en voksen debat om budgettet på torsdag.",
    "I need to brush up my English before the trip.",
    "Tag et kursus hos os til foråret.",
    "You could take a course with us in spring.",
    "No other place has such kind people.",
    "Vores gæster kan ikke få nok af kagen.",
    "Our customers don't think twice about coming back.",
    "Another customer who thinks our coffee is great!",
    "Endnu en kunde, der tror på os. Tak!",
    "Hvorfor er vores kunder så glade? Det spørger vi dem om på lørdag.",
    "A screaming toddler and a patient customer, all in one day.",
    "Dagens kunde var så sød.",
    "I had half a brain on holiday, so sleepy.",
    "Han har ikke meget på loftet, kun et par kasser.",
    "He is a sad old man since his wife died, please visit him.",
    "En lille sur mand bor i eventyret.",
    "Gå hjem og græd lidt, det er helt i orden.",
    "Count your change at the till.",
    "Husk at låse cyklerne.",
    "People that age should be offered a flu jab.",
    "Folk i den alder kan ikke altid høre klokken.",
    "They put a woman in charge, and it was about time.",
    "De har sat en kvinde i spidsen for havnen. Tillykke!",
    "Familien får fem børn at passe på sommerlejren.",
    "He gets a share of the profit, as all members do.",
    "She took a free trip off the supplier's website wizard.",
    "Han tager sin del af opvasken.",
    "Hun fik køkken af entreprenøren i januar, og det er flot.",
    "They pay cash in hand at the market.",
    "The mayor hands out an envelope with money for the prize winners.",
    "We took deposits and never lost one.",
    "Poul rækker hende kuvert med penge fra indsamlingen.",
    "Politiet siger, at de fifler med lyset på cyklen.",
    "Grethe fifler med sit strikketøj.",
    "Our teacher had a heart attack scare in the story we read.",
    "Min søster har fået konstateret, at hun er god til at svømme.",
    "Anna goes to therapy dogs' day with her class.",
    "Peter got the all-clear and starts on Monday.",
    "Mia har diabetes, og hun fortæller selv om det på sin blog.",
    "Jonas er i en klinik for at hente sin mor.",
    "Lone skal på genoptræning af sit dansk.",
    "Kirsten is in a clinic today to have her cat vaccinated.",
    "The ombudsman is investigating the bridge.",
    "HR is looking into new chairs.",
    "It was our trainer who wrote to the paper about the race.",
    "Det var vores nabo, der skrev til avisen om vejen.",
    "Hvem skrev sangen? Det var Kim Larsen.",
    "Someone reported a pothole. It was fixed today.",
    "Only one person in this office uses a fountain pen, and it's me.",
    "Det var eleven fra Skive, der vandt.",
    "Kun én person bruger kaffemaskinen.",
    "The person who got hit by the ball is fine.",
    "This is your captain speaking, have a nice trip.",
    "This is the company I told you about.",
    "Det er kommunen, du skal ringe til.",
    "Det er banken.",
    "This is the office. Please wipe your feet.",
    "Welcome, this is your local library.",
    "Hej alle, det er Peter. Husk fest i aften.",
    "Bakkely Hotel har fået 20 procent flere gæster.",
    "Bakkely Hotel wants to close the street for a party.",
    "Bakkely Hotel har flyttet festen til maj.",
    "Tannhof takes an hour to reach by car.",
    "Tannhof har lavet en god guide, jeg sender den videre til alle.",
    "Vi er ikke hurtigere i dag end i går.",
    "Half of Tannhof's staff came to our party.",
    "Nobody bakes better than my mum.",
    "No one is happier than me today.",
    "Fastest runner in the family!",
    "Danmarks næste store talent er ti år.",
    "Verdens dårligste vejr i dag.",
    "Aldrig har jeg set et mere smukt sted.",
    "I hate my job some mornings, but then there is coffee. Just kidding.",
    "Headless chickens in the garden play tonight.",
    "It's like a zoo at the zoo today.",
    "Vi er en cirkusfamilie.",
    "Det er en joke af et vejr.",
    "We met the sly old fox in the garden.",
    "Best body lotion ever.",
    "Det må egentlig ikke regne i dag.",
    "Festen må ikke ud i haven før mandag.",
    "Mor siger, at I ikke må spise den før fredag.",
    "Act surprised when the cake comes in!",
    "It's a secret but I love liquorice.",
    "Jeg ved godt, det er hemmeligt, men jeg elsker lakrids.",
    "Kvinden på billedet er fra 1920.",
    "I can come round to your house on Friday with the keys.",
    "He took money from the till for the change.",
    "Nogen på arbejdet bruger mine kopper. Det var Ole.",
    "Whoever wrote the report did well. It was Jane.",
    "Hvem meldte sig til kagebagning? Det var Mette.",
    "Vi undersøger Mads' forslag i bestyrelsen.",
    "The board is looking into Peter's idea.",
    "Tobias fik en påmindelse om klagen over vejret.",
    "Pernille har sendt en mail om festen til Sune.",
    "Our receptionist is leaving us, and we are sad.",
]


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    path: Path = tmp_path_factory.mktemp("innocent") / "postlint.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return postlint.linter(path, now="2026-11-20T12:00:00+01:00")


@pytest.mark.parametrize("text", INNOCENT)
def test_nothing_is_said_of_a_sentence_that_breaks_nothing(strict: Linter, text: str) -> None:
    found = postlint.check({"text": text}, strict).findings
    assert [(one.rule, one.words) for one in found if one.rule not in DUTIES] == []
