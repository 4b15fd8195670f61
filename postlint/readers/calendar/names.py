"""The names of columns and channels, as data: what calendars and schedulers call the fields of a post.

Names are compared without case, blanks and signs (``folded``), so "Alt-tekst" and "alt tekst" are one name. The
schedulers' columns are those of their help pages and of published templates (Sprout Social support 115005864203;
HighLevel, SocialBee, Oktopost, SocialPatra, MagicSync and Statusbrew: their pages on bulk upload; Hootsuite has no
headings). A scheduler that is not here is served by ``[calendar.columns]``.
"""

from __future__ import annotations

import re
import unicodedata

FIELDS: dict[str, str] = {
    "text": "tekst, opslag, opslagstekst, opslagets tekst, tekst til opslag, indhold, brødtekst, budskab, besked, "
            "text, post, post text, copy, caption, content, body, message, message text, update, post content",
    "follow_up": "første kommentar, 1. kommentar, opfølgende kommentar, kommentar til opslaget, first comment, "
                 "1st comment, follow up comment, followUpComment, follow_up",
    "title": "titel, overskrift, title, headline, link title",
    "description": "beskrivelse, linkbeskrivelse, description, link description, summary",
    "hashtags": "hashtags, hashtag, tags",
    "date": "dato, udgivelsesdato, publiceringsdato, dato for udgivelse, opslagsdato, dag og dato, date, post date, "
            "publish date, publication date, publishing date, due date, go live date",
    "time": "tidspunkt, tid, klokkeslæt, kl, klokken, time, post time, publish time, time 24hr, time_24hr",
    "scheduled": "planlagt, dato og tid, dato og tidspunkt, dato/tid, udgives, scheduled, schedule, scheduled at, "
                 "scheduled time, scheduled date, scheduledAt, postAtSpecificTime, date time, date and time, "
                 "datetime, publish at, publishing time",
    "channel": "kanal, kanaler, platform, platforme, medie, medier, sted, some-kanal, channel, channels, platforms, "
               "network, networks, social network, social media",
    "image": "billede, billeder, billedfil, foto, fil, filer, medie-fil, grafik, visual, image, images, picture, "
             "photo, media, media url, media urls, image url, image urls, mediaUrls, imageUrls, images[0].file",
    "alt": "alt-tekst, alttekst, alternativ tekst, billedbeskrivelse, alt, alt text, alternative text, "
           "image description, images[0].alt",
    "credit": "fotograf, kredit, fotokredit, fotokreditering, credit, photographer, photo credit, images[0].credit",
    "people": "personer, personer på billedet, hvem er på billedet, medvirkende, people, people in picture, "
              "images[0].people",
    "status": "status, tilstand, state",
    "id": "id, nr, nummer, løbenummer",
    "role": "rolle, role",
    "lang": "sprog, lang, language",
    "audience": "målgruppe for visning, synlighed, audience, visibility",
    "account": "konto, profil, side, account, profile, page",
    "author.name": "forfatter, afsender, author, author.name, author name",
    "author.handle": "author.handle",
    "author.email": "author.email",
    "author.bio": "author.bio",
    # Known, and nobody's business here: who sees to it, and what the team notes for itself.
    "ignore": "ansvarlig, ansvarlige, tovholder, ejer, owner, responsible, assignee, assigned to, uge, uge nr, "
              "ugenr, ugenummer, ugedag, dag, måned, week, week number, weekday, day, month, tema, emne, kampagne, "
              "campaign, topic, theme, kategori, category, categories, format, type, post type, postType, mål, "
              "formål, goal, målgruppe, target group, link, links, url, link url, LinkUrl, OGmetaUrl, gifUrl, "
              "gifUrls, videoUrls, video, video url, platformIds, noter, note, notes, bemærkning, bemærkninger, "
              "internal notes, godkendt, godkendt af, approved, approved by, deadline, budget, annoncebudget, "
              "rækkevidde, reach, visninger, impressions, klik, clicks, engagement, postlint",
}  # fmt: skip
# May be words that are published, or notes between colleagues.
UNCLEAR = "kommentar, kommentarer, comment, comments"

# Columns that tell a scheduler's table, as they are written there, and what its own columns are called otherwise.
SCHEDULERS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "sprout": (("date", "time_24hr", "message_text"), {}),
    "socialbee": (("text", "imageUrls", "postAtSpecificTime"), {}),
    "highlevel": (("postAtSpecificTime", "content"), {}),
    "oktopost": (("Network", "Message"), {"Picture": "ignore"}),
    "socialpatra": (("content", "platforms", "scheduledAt"), {}),
    "magicsync": (("content", "image_url", "scheduled_time"), {"comments": "follow_up"}),
    "statusbrew": (("text", "image URL"), {}),
}
HOOTSUITE = ("scheduled", "text", "ignore", "image")  # by position: date and time, message, link, pictures

CHANNELS: dict[str, str] = {
    "linkedin": "linkedin, linked in, li, linkedin page, linkedin company, linkedin side",
    "x": "x, twitter, x twitter, twitter x, tw",
    "facebook": "facebook, fb, facebook page, facebook side, meta",
    "instagram": "instagram, insta, ig, instagram feed",
    "threads": "threads", "bluesky": "bluesky, bsky", "mastodon": "mastodon",
    "youtube": "youtube, yt", "tiktok": "tiktok, tik tok, tt",
    "intranet": "intranet, intranettet, intra", "community": "community, forum",
}  # fmt: skip
LANGUAGES = {"da": "da, dk, dansk, danish", "en": "en, uk, gb, engelsk, english"}
ROLES = {
    "private": "private, privat", "employee": "employee, medarbejder, ansat",
    "official": "official, officiel, organisationen, virksomheden", "vendor": "vendor, leverandør",
    "moderator": "moderator",
}  # fmt: skip
CANCELLED = "aflyst, annulleret, droppet, udgår, udgået, slettet, cancelled, canceled, dropped, deleted, skipped"
NOBODY, UNKNOWN = "ingen, nobody, none", "unknown, ukendt, ved ikke"

_SIGNS = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    """Return a name without case, blanks and signs; a letter and its loose accent are one."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", name[:200]).casefold())


def words(names: str) -> frozenset[str]:
    """Return the folded names of a list with commas."""
    return frozenset(folded(name) for name in names.split(","))


def table(names: dict[str, str]) -> dict[str, str]:
    """Return what each folded name stands for."""
    return {folded(name): meaning for meaning, list_ in names.items() for name in list_.split(",")}
