"""The rules on tone: insults, coarse words, contempt for groups, sexual remarks, threats, calls to go after people.

Content note: the sentences that must be found are coarse.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import postlint
from postlint.engine import Linter

POLICIES = """policies = ["social-media", "os2samtale", "oktech", "ecxo"]
role = "private"
sector = "%s"

[organisation]
name = "Skarvlinjen"
"""
TONE = (
    "profanity", "personal-attack", "condescending-tone", "discriminatory-language", "sexualised-language", "threat",
    "harassment",
)  # fmt: skip


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    return _linter(tmp_path_factory.mktemp("tone"), "private")


def _linter(folder: Path, sector: str) -> Linter:
    path = folder / "postlint.toml"
    path.write_text(POLICIES % sector, encoding="utf-8")
    return postlint.linter(path, now="2026-11-20T12:00:00+01:00")


def _found(text: str, linter: Linter) -> dict[str, str]:
    report = postlint.check({"text": text}, linter)
    return {finding.rule: finding.severity for finding in report.findings if finding.rule in TONE}


FOUND = {
    "personal-attack": (
        "Formanden for andelsforeningen er en snob uden hjerne.",
        "Hvor er du dog en idiot, Kasper.",
        "Vores nye afdelingsleder er fuldstændig blottet for empati, han er en lille konge uden tøj på.",
        "@lokalavisen_jens du er en skamplet på journalistikken",
        "Den kælling i receptionen kan rende mig.",
        "Sikke en amatør de har sat til at lede byggesagen. Manden kan ikke engang binde sine egne snørebånd.",
        "Lærerne på den skole er dovne og uduelige, hver og en.",
        "Det kræver en særlig slags fæhoved at parkere sådan, Bjarne.",
        "Du stinker som menneske.",
        "I bestyrelsen er I nogle kujoner.",
        "Træneren er simpelthen for dum til at bære fløjten.",
        "Hun har altid været en falsk slange.",
        "Du er et nul, Torben, og det har du altid været.",
        "Borgmesteren er en pinlig lille mand med et stort ego.",
        "My landlord is a greedy little toad.",
        "Whoever designed this roundabout is a complete halfwit.",
        "Tom, you're an absolute disgrace.",
        "The new VP has the charisma of a wet sock and the morals to match.",
        "@coach_dale is a bully and a coward.",
        "Our councillor is thick as mince.",
        "You're all a bunch of spineless cowards.",
        "He's a nasty piece of work, always has been.",
        "What a pathetic little man.",
        "The referee was blind, bent and clueless.",
        "You, sir, are a buffoon.",
        "My neighbour is an entitled cow who thinks she owns the street.",
        "She's nothing but a jumped-up secretary with delusions of grandeur.",
    ),
    "profanity": (
        "Så er det sgu da for fanden løgn.",
        "Sikke en lortedag.",
        "Jeg gider ikke det pis mere.",
        "What a sh*tty Monday.",
        "Holy crap, what the hell was that?",
        "f.u.c.k. mandage",
        "Busserne er så fucked i dag",
        "Kraftedeme en god kamp!",
        "Den skide maskine er gået i stykker igen, for helvede.",
        "bu11shit and you know it",
        "Go kiss my arse",
        "P!s og papir",
        "fuuuuuck det regner",
        "Skide være med det.",
        "This app is a piece of shit.",
        "Rend mig i røven.",
    ),
    "condescending-tone": (
        "Det er altså ikke raketvidenskab.",
        "Hvis du gad læse, hvad der står, slap vi andre for at svare.",
        "Jeg forklarer det gerne langsomt for dig.",
        "Sødt forsøg, men overlad det til dem, der har en uddannelse.",
        "Har du overhovedet åbnet dokumentationen?",
        "Ja ja, lille skat, sådan kan man jo også tro.",
        "Man skulle tro, du aldrig havde set et regneark før.",
        "Go read a book, champ.",
        "Oh honey, that's not how databases work.",
        "Maybe leave the technical stuff to people who finished school.",
        "I'll say it again, slowly this time.",
        "You'd know that if you'd bothered to read the first line.",
        "It's cute that you think that's how it works.",
        "Did nobody teach you how to use a search engine?",
        "Do I need to spell it out for you?",
        "Tænk, at nogen på dit niveau får lov at skrive her.",
        "Det lærte vi andre i 3. klasse.",
    ),
    "discriminatory-language": (
        "Polakker stjæler alt, hvad der ikke er naglet fast.",
        "Kvinder hører til i køkkenet og ikke i maskinrummet.",
        "Muslimer er alle sammen terrorister.",
        "Mænd kan ikke finde ud af at passe børn.",
        "Bøsser burde ikke have lov til at undervise børn.",
        "Handicappede er en belastning for arbejdspladsen.",
        "Somaliere gider ikke arbejde, sådan er det bare.",
        "Ingen gider ansætte en kvinde på 30, hun bliver jo bare gravid.",
        "Gamle mennesker skulle ikke have lov til at stemme.",
        "De unge i dag er dovne og kan ikke holde til en hel arbejdsdag.",
        "Transpersoner er syge i hovedet.",
        "Jøderne styrer det hele alligevel.",
        "Lad os få de perkere ud af byen.",
        "Send flygtningene hjem, de ødelægger alt.",
        "Women are too emotional to lead.",
        "Never trust a gypsy.",
        "Immigrants only come here to live off the state.",
        "Gay people shouldn't be allowed to adopt.",
        "All Muslims are terrorists.",
        "Men are useless with kids, they just are.",
        "Fat people disgust me, they have no self-control.",
        "Disabled staff just slow everyone down.",
        "Another foreigner in charge, that'll end well. They can't even speak the language.",
        "Boomers should just hurry up and retire, they are useless with computers.",
        "Trans women are not women, they're confused men.",
        "Those people breed like rabbits.",
        "Girls don't belong in a workshop.",
        "She only got the job because she's black.",
    ),
    "sexualised-language": (
        "Sikke et par ben, Camilla 😍 dem vil jeg gerne se mere af.",
        "Hvad siger du til en tur i boblebad hos mig bagefter?",
        "Kom op på mit værelse efter middagen.",
        "Du må gerne knappe en knap mere op næste gang, Louise.",
        "Hendes bryster var det bedste ved hele oplægget.",
        "@maria 🍑🍑🍑",
        "Jeg ville gerne have dig i seng.",
        "The new receptionist can sit on my lap any time.",
        "Wear the tight jeans again tomorrow, Kelly, they make my day.",
        "I'd love to see what's under that blouse.",
        "You and me, my hotel, tonight?",
        "Your lips look very kissable in that photo 😘",
        "Bet she's great in bed.",
        "@sandra those curves 🔥🔥 marry me",
    ),
    "threat": (
        "Jeg skal nok finde dig, og så bliver du ked af det.",
        "Hvis jeg ser dig i byen, får du en på hovedet.",
        "Du skal ikke føle dig sikker, når du går hjem i aften.",
        "Han fortjener at blive kørt over.",
        "Vi kommer efter jer alle sammen.",
        "En dag står jeg foran din dør, og så er det slut.",
        "Jeg brænder jeres kontor ned.",
        "Nogen burde slå hende i ansigtet.",
        "Jeg ved, hvilken skole dine børn går på.",
        "Pas på, når du går ud til bilen i aften, Henrik.",
        "I'm coming for you, Mark.",
        "If I see you on the street I'll knock your teeth out.",
        "He deserves to be run over.",
        "Somebody ought to burn their office down.",
        "Nice family you have. Would be a shame if anything happened to them.",
        "You won't live to see Christmas.",
        "I know which school your kids go to.",
        "Keep talking and I'll put you in hospital.",
        "Hope you get cancer.",
    ),
    "harassment": (
        "Skriv alle sammen til hendes chef og få hende fyret.",
        "Vi skal have ham lagt ned, giv den gas i kommentarerne på hans profil.",
        "Gør mig en tjeneste og anmeld hendes profil, alle mand.",
        "Lad os oversvømme @mette_r med beskeder, til hun lukker kontoen.",
        "Ingen af os taler med Rune, før han trækker klagen.",
        "Forsvind fra nettet, ingen kan lide dig.",
        "Del det her billede af ham, til alle kender hans grimme fjæs.",
        "Find her on LinkedIn and let her boss know what she's like.",
        "Everybody go leave one-star reviews on his bakery page.",
        "Let's get @dr_hale fired.",
        "Post her number everywhere.",
        "Tag him in everything until he quits.",
        "Who's got her address? Let's pay her a visit.",
        "Nobody speak to Dana until she withdraws the complaint.",
        "Go drown her mentions.",
    ),
}

LEFT_ALONE = (
    "Jeg var for dum til at læse skiltet, og nu har jeg en bøde.",
    "Det er en idiotisk regel, men parkeringsvagten var flink.",
    "Du er jo ikke en maskine, Peter, tag en pause.",
    "Min søn er en rigtig klovn, han får altid holdet til at grine.",
    "Sikke en nar jeg har været.",
    "Han er ikke doven, han er syg.",
    "Klovnen Bubbi optræder på torvet lørdag kl. 11.",
    "Kampen var elendig, men dommeren dømte godt.",
    "That was a stupid mistake on my part.",
    "He is no coward.",
    "You're not an idiot for asking.",
    "The Idiot by Dostoyevsky is on sale.",
    "My laptop is a useless piece of junk.",
    "What a clown fish! Best dive ever.",
    "I felt like a fool when the door said pull.",
    "We lost because we were clueless.",
    "Kvinder tjener stadig mindre end mænd for samme arbejde.",
    "Muslimske kolleger kan bede i stillerummet.",
    "Unge mennesker har det svært på boligmarkedet.",
    "De ældre i foreningen lærer de unge at strikke.",
    "Mange kvinder kan ikke gå alene hjem uden at være bange.",
    "Vi har ansat tre polakker, og de er dygtige.",
    "Handicappede kan ikke komme ind, fordi rampen mangler.",
    "Som døv er jeg træt af dårlig undertekstning.",
    "Mænd dør tidligere end kvinder.",
    "Som bøsse i fodboldverdenen har jeg mødt mest kærlighed.",
    "Women can't get mortgages there without a male guardian.",
    "Black women are still underpaid.",
    "Young people are not lazy, rents are just insane.",
    "Immigrants built this town.",
    "Autistic people are often misread; ask, don't guess.",
    "Old people on our ward love the new garden.",
    "I'm trans and I work in payroll, ask me anything about pensions.",
    "Jeg slog ham i skak i går.",
    "Vi skyder sæsonen i gang på lørdag.",
    "Kaffen her kan vække de døde.",
    "Jeg dør af grin.",
    "Min mor slår mig ihjel, når hun ser den regning 😂",
    "Du dræbte den oplægsrunde, Maja!",
    "I'm dying to try the new menu.",
    "You killed it on stage last night, Priya!",
    "My boss will kill me if I miss this deadline.",
    "We know where you live better than anyone: local delivery since 1971.",
    "Knock them dead, team!",
    "The hunters shot two boars.",
    "Find out who won at eight tonight.",
    "Report any broken lights to us on weekdays.",
    "Call her on 12345678 if you want to book a table.",
    "Skriv til Mette, hvis du vil med på turen.",
    "Find ud af, hvem der vinder, i aften kl. 20.",
    "Giv hende en hånd, hun fylder 90!",
    "Ring til din læge, hvis du er i tvivl.",
    "Lad os give Søren et stort bifald.",
    "Let's flood the town with music on Friday.",
    "Let's make Emma's day, she turns 10.",
    "Lækre jordbær på torvet i dag.",
    "Hun så så smuk ud i sin brudekjole.",
    "Husk varm trøje og gode bukser til turen.",
    "Your dress pattern arrived, Ana, pick it up at the counter.",
    "The view from those legs of the pier is stunning.",
    "Kroppen husker alt, sagde fysioterapeuten, da hun masserede mine ben.",
    "Great body of work, Prof. Hale.",
    "The hot tub at the pool is open again.",
    "Læs vejledningen igennem, før du samler skabet.",
    "Er der nogen, der kan forklare mig det langsomt?",
    "Thanks for explaining it slowly, I get it now.",
    "Lær dansk gratis i biblioteket hver tirsdag.",
    "Learn to code in six weeks, free course.",
    "Læs mere i linket, og skriv, hvis noget er uklart.",
    "Jeg lærer stadig at stave på dansk, bær over med mig.",
    "Søde Anna, tak for hjælpen i dag ❤️",
    "Happy birthday, sweetheart ❤️",
    "Damn good coffee at the new place.",
    "Pigerne spiser piskefløde.",
    "Satans stærk chili fra haven i år?",
    "Den gamle kirke i Assens er åben.",
    "Dick and Jane were my first books.",
    "Vi har røget ål og rejer.",
    "Rødspætten er frisk fra båden.",
    "Skidt vejr, men god stemning.",
    "Kom forbi på lørdag, vi står klar med grillen.",
    "We're waiting for you at gate 4.",
    "Careful, the road is dark and he cycles home that way without lights. I worry.",
    "Hej I to, hvor bor I nu?",
    "Ved du, hvor han bor? Jeg vil aflevere hans pung.",
    "Do you know where she works? I found her keys.",
    "Grow up in Denmark? Tell us your story.",
    "Min kollega er så sej, at jeg bliver misundelig.",
    "He's insanely talented.",
    "The children are the best part of the job.",
    "Min dreng er vild med brandbiler.",
    "De er gode til at drille hinanden, de to.",
)

QUOTED = (
    "Jeg blev kaldt »en skide idiot« af en passager i dag. Sådan taler vi ikke til hinanden.",
    "Nogen skrev »vi ved, hvor du bor« til min kollega. Det er meldt til politiet.",
    'He wrote "women can\'t steer" under my post. That is not acceptable.',
    "Ordet »perker« hører ingen steder hjemme.",
    "The word 'retard' is a slur; please don't use it here.",
    "Reglerne siger, at truslen »du skal dø« fører til bortvisning og bliver slettet.",
    "En passager fik at vide, at hun skulle rejse hjem, hvor hun kom fra. Det finder vi os ikke i.",
    "What does 'clusterfuck' mean? Asking for my mum.",
)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in FOUND.items() for text in texts])
def test_it_is_found(rule: str, text: str, linter: Linter) -> None:
    assert rule in _found(text, linter)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(text: str, linter: Linter) -> None:
    assert not _found(text, linter)


@pytest.mark.parametrize("text", QUOTED)
def test_words_that_are_held_up_are_nobodys_tone(text: str, linter: Linter) -> None:
    assert not _found(text, linter)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        pytest.param("Sikke noget lort.", "warning", id="coarse"),
        pytest.param("Hvad helvede er det for en kø?", "info", id="an outburst is milder"),
        pytest.param("F*ck this queue.", "warning", id="masked"),
        pytest.param("🖕 to the weather", "warning", id="emoji"),
    ],
)
def test_two_tiers_of_swearing(text: str, severity: str, linter: Linter) -> None:
    assert _found(text, linter)["profanity"] == severity


@pytest.mark.parametrize("text", ["Min chef er en uduelig klovn.", "Our director is a pathetic coward."])
def test_an_attack_on_a_manager_stays_information_for_public_employees(text: str, tmp_path: Path) -> None:
    assert _found(text, _linter(tmp_path, "public"))["personal-attack"] == "info"


@pytest.mark.parametrize("rule", ["threat", "discriminatory-language"])
def test_some_rules_cannot_be_waived(rule: str, linter: Linter) -> None:
    assert not linter.rulebook.rules[rule].waivable


@pytest.mark.parametrize("role", ["private", "employee", "official", "vendor", "moderator"])
def test_conduct_holds_in_every_role(role: str, linter: Linter) -> None:
    report = postlint.check({"text": "You are a complete moron, Birgit.", "role": role}, linter)
    assert "personal-attack" in {finding.rule for finding in report.findings}


def test_inclusive_wording_is_only_told_when_asked_for(linter: Linter) -> None:
    report = postlint.check({"text": "Hi guys, the chairman is late."}, linter)
    assert "inclusive-language" not in {finding.rule for finding in report.findings}
