"""What the service and the native host say. A refusal has two sentences: what it is, and (``-how``) what to do."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # refusals
    "server-json": ("Indholdet er ikke JSON.", "The body is not JSON."),
    "server-json-how": ("Linje {line}, kolonne {column}: {what_da}", "Line {line}, column {column}: {what_en}"),
    "server-json-utf8": ("teksten er ikke UTF-8.", "the text is not UTF-8."),
    "server-form": ("Formularen kan ikke læses.", "The form cannot be read."),
    "server-form-how": (
        "Send en del, der hedder request, med JSON, og billederne som image0, image1 og så videre; hver kun én gang.",
        "Send one part called request with the JSON, and the pictures as image0, image1 and so on; each only once.",
    ),
    "server-image-none": (
        "opslaget har intet images[{number}], som {key} kan høre til.",
        "the post has no images[{number}] for {key} to belong to.",
    ),
    "server-token": ("Adgangsnøglen mangler eller passer ikke.", "The token is missing or wrong."),
    "server-token-how": (
        "Send Authorization: Bearer og nøglen fra den fil, som postlint serve nævner.",
        "Send Authorization: Bearer and the token from the file that postlint serve names.",
    ),
    "server-pairing": ("Koden passer ikke eller er brugt.", "The code is wrong or used up."),
    "server-pairing-how": (
        "En kode gælder én gang og i ti minutter. Start postlint serve igen for at få en ny.",
        "A code holds once and for ten minutes. Start postlint serve again to get a new one.",
    ),
    "server-host": ("Navnet i Host hører ikke til denne tjeneste.", "The name in Host is not this service's."),
    "server-host-how": (
        "Brug den adresse, som postlint serve skriver, eller start den med --allow-host.",
        "Use the address that postlint serve prints, or start it with --allow-host.",
    ),
    "server-origin": ("Siden eller udvidelsen (Origin) er ikke på listen.",
                      "The page or extension (Origin) is not on the list."),
    "server-origin-how": (
        "Start postlint serve med --origin og udvidelsens adresse, fx chrome-extension://….",
        "Start postlint serve with --origin and the extension's address, such as chrome-extension://….",
    ),
    "server-path": ("Her er der ikke noget.", "There is nothing here."),
    "server-path-how": ("Se /openapi.json for det, der er.", "See /openapi.json for what there is."),
    "server-rule": ("Den regel findes ikke.", "There is no such rule."),
    "server-rule-how": ("Se /v1/rules for alle regler.{hint_da}", "See /v1/rules for all rules.{hint_en}"),
    "server-method": ("Metoden kan ikke bruges her.", "The method cannot be used here."),
    "server-method-how": ("Brug {allowed}.", "Use {allowed}."),
    "server-accept": ("Der svares kun med JSON.", "The answer is JSON only."),
    "server-accept-how": ("Send Accept: application/json eller ingen.", "Send Accept: application/json, or none."),
    "server-slow": ("Forespørgslen kom for langsomt.", "The request came too slowly."),
    "server-slow-how": ("Send det hele inden for {seconds} sekunder.", "Send all of it within {seconds} seconds."),
    "server-size": ("Det er for meget på én gang.", "This is too much at once."),
    "server-size-how": ("Send højst {limit} bytes.", "Send at most {limit} bytes."),
    "server-media-type": ("Indholdet har en type, der ikke læses her.", "The body is of a type that is not read here."),
    "server-media-type-how": ("Send {allowed}, uden komprimering.", "Send {allowed}, uncompressed."),
    "server-fields": ("Noget af det sendte kan ikke bruges.", "Something of what was sent cannot be used."),
    "server-fields-how": ("{first}", "{first}"),
    "server-busy": ("Der er for meget i gang på én gang.", "Too much is going on at once."),
    "server-busy-how": ("Prøv igen om et øjeblik.", "Try again in a moment."),
    "server-unexpected": ("Noget gik galt i postlint selv.", "Something went wrong in postlint itself."),
    "server-unexpected-how": ("Meld det gerne, men uden opslaget.", "Please report it, without the post."),
    "server-late": ("Det tog for lang tid, og opslaget er ikke tjekket.",
                    "It took too long, and the post was not checked."),
    "server-late-how": ("Efter {seconds} sekunder mangler {missing} opslag. Del det op.",
                        "After {seconds} seconds {missing} posts are left. Send less at once."),
    "server-packs": ("Regler eller register kan ikke bruges lige nu.",
                     "Rules or register cannot be used at the moment."),
    "server-packs-how": ("Terminalen, hvor postlint serve kører, siger hvorfor.",
                         "The terminal in which postlint serve runs says why."),
    "server-full": ("Tilbagemeldingen kan ikke gemmes.", "The feedback cannot be kept."),
    "server-full-how": ("Filen med tilbagemeldinger er fuld eller kan ikke skrives.",
                        "The file of feedback is full or cannot be written."),
    "server-hash": ("»{key}« skal være {digits} hexadecimale cifre.", "'{key}' must be {digits} hexadecimal digits."),
    "server-feedback-text": (
        "her gemmes ingen ord. Sæt feedback_text = true under [server] i postlint.toml, hvis de må gemmes.",
        "no words are kept here. Set feedback_text = true under [server] in postlint.toml if they may be.",
    ),
    "server-list-long": ("»{key}« har for mange led. Højst {most}.", "'{key}' has too many entries. At most {most}."),
    # starting
    "server-extra": (
        "postlint serve kræver noget mere. Skriv: pip install 'postlint[server]'",
        "postlint serve needs some more. Run: pip install 'postlint[server]'",
    ),
    "server-folder-open": (
        "mappen med adgangsnøglen er åben for andre. Brug chmod 700, eller nævn en anden fil med --token-file.",
        "the folder of the token is open to others. Use chmod 700, or name another file with --token-file.",
    ),
    "server-file-open": (
        "andre kan læse denne fil. Brug chmod 600, eller slet den, så laves der en ny.",
        "others can read this file. Use chmod 600, or delete it, and a new one is made.",
    ),
    "server-secret-broken": (
        "der står ingen adgangsnøgle i filen. Slet den, så laves der en ny.",
        "there is no token in this file. Delete it, and a new one is made.",
    ),
    "server-secret-unwritten": (
        "adgangsnøglen kan ikke skrives eller læses: {reason}.",
        "the token cannot be written or read: {reason}.",
    ),
    "server-address": (
        "der kan ikke lyttes på {host}, port {port}: {reason}.",
        "cannot listen on {host}, port {port}: {reason}.",
    ),
    "server-reachable": (
        "{host} kan nås af andre maskiner. Vil du det, så skriv også --reachable-by-others.",
        "{host} can be reached by other machines. If you want that, add --reachable-by-others.",
    ),
    "server-reachable-warning": (
        "andre på netværket kan nå tjenesten på {host}, og forbindelsen er ikke krypteret. "
        "Kun adgangsnøglen holder dem ude.",
        "others on the network can reach the service on {host}, and the connection is not encrypted. "
        "Only the token keeps them out.",
    ),
    "server-origin-wrong": (
        "»{origin}« kan ikke stå som --origin. Skriv hele adressen uden sti, fx chrome-extension://… "
        "eller https://intra.kobberdal.example; * og null går ikke.",
        "'{origin}' cannot be an --origin. Write the whole address without a path, such as chrome-extension://… "
        "or https://intra.kobberdal.example; * and null will not do.",
    ),
    "server-host-wrong": (
        "»{host}« kan ikke stå som --allow-host. Skriv navn og port, fx kobberdal.example:8765.",
        "'{host}' cannot be an --allow-host. Write name and port, such as kobberdal.example:8765.",
    ),
    "server-ready": ("postlint kører på {address}", "postlint is running at {address}"),
    "server-ready-page": (
        "Skriv og tjek her (linket virker én gang, i ti minutter): {link}",
        "Write and check here (the link works once, for ten minutes): {link}",
    ),
    "server-ready-token": (
        "Adgangsnøglen til browserudvidelsen står i {path}",
        "The token for the browser extension stands in {path}",
    ),
    "server-ready-stop": ("Ctrl-C stopper.", "Ctrl-C stops."),
    "server-stopped": ("postlint er stoppet.", "postlint has stopped."),
    "server-reloaded": ("nye regler og indstillinger er taget i brug.", "new rules and settings are in use."),
    "server-kept": (
        "de nye regler eller indstillinger kan ikke bruges; de forrige gælder stadig.",
        "the new rules or settings cannot be used; those before still hold.",
    ),
    # the page
    "page-skip": ("Gå til udkastet", "Go to the draft"),
    "page-lead": (
        "Se dit opslag igennem, før du deler det. Teksten bliver på din maskine og gemmes ikke.",
        "Look through your post before you share it. The text stays on your machine and is not kept.",
    ),
    "page-language": ("Sprog", "Language"),
    "page-pairing": ("Forbind siden", "Connect this page"),
    "page-pairing-how": (
        "Åbn linket, som postlint serve skriver i terminalen, eller indsæt adgangsnøglen fra filen, der er nævnt dér.",
        "Open the link that postlint serve prints in the terminal, or paste the token from the file named there.",
    ),
    "page-token": ("Adgangsnøgle", "Token"),
    "page-use-token": ("Forbind", "Connect"),
    "page-token-wrong": ("Adgangsnøglen passer ikke. Prøv igen.", "That token does not fit. Try again."),
    "page-link-used": (
        "Linket er brugt eller for gammelt. Start postlint serve igen, eller indsæt adgangsnøglen.",
        "That link is used up or too old. Start postlint serve again, or paste the token.",
    ),
    "page-role": ("Hvem skriver du som?", "As whom do you write?"),
    "page-role-none": ("Som i indstillingerne", "As the settings say"),
    "page-role-private": ("Mig selv, uden at nævne arbejdet", "Myself, without naming my work"),
    "page-role-employee": ("Mig selv, som ansat", "Myself, as an employee"),
    "page-role-official": ("Organisationen", "The organisation"),
    "page-role-vendor": ("En leverandør", "A supplier"),
    "page-role-moderator": ("Moderator", "Moderator"),
    "page-channel": ("Hvor skal det stå?", "Where will it appear?"),
    "page-channel-none": ("Ikke valgt", "Not chosen"),
    "page-draft": ("Dit udkast", "Your draft"),
    "page-draft-how": (
        "Teksten tjekkes, når du holder en pause. Ctrl+Enter tjekker straks.",
        "The text is checked when you pause. Ctrl+Enter checks at once.",
    ),
    "page-check": ("Tjek", "Check"),
    "page-clear": ("Ryd", "Clear"),
    "page-checking": ("Tjekker …", "Checking …"),
    "page-result": ("Det fandt vi", "What was found"),
    "page-shown": ("Udkastet med fundene markeret", "The draft with the findings marked"),
    "page-found-none": (
        "Ingen fund. Det betyder kun, at reglerne ikke så noget; du vurderer selv resten.",
        "Nothing was found. That only means that the rules saw nothing; the rest is for you to judge.",
    ),
    "page-found-one": ("1 fund.", "1 finding."),
    "page-found": ("{count} fund.", "{count} findings."),
    "page-unknown": ("Ikke vurderet ({count})", "Not evaluated ({count})"),
    "page-error": ("Fejl", "Error"),
    "page-warning": ("Advarsel", "Warning"),
    "page-info": ("Bemærk", "Note"),
    "page-clause": ("Punkt", "Clause"),
    "page-insert": ("Ret: {title}", "Mend: {title}"),
    "page-mended": ("Rettet. Teksten tjekkes igen.", "Mended. The text is checked again."),
    "page-show": ("Vis i teksten", "Show in the text"),
    "page-explain": ("Forklar reglen", "Explain the rule"),
    "page-with": ("Tjekket med {policies}, udgave {versions}.", "Checked with {policies}, version {versions}."),
    "page-gone": (
        "postlint svarer ikke. Kører postlint serve endnu? Teksten er ikke tjekket.",
        "postlint does not answer. Is postlint serve still running? The text was not checked.",
    ),
    "page-footer": (
        "postlint siger, hvad reglerne ser. Mennesker bestemmer.",
        "postlint says what the rules see. People decide.",
    ),
    # native messaging
    "native-extension": (
        "sig med --extension, hvilken udvidelse der må starte postlint. Browserens side om udvidelser viser dens id.",
        "say with --extension which extension may start postlint. The browser's page of extensions shows its id.",
    ),
    "native-id": (
        "»{id}« er ikke en udvidelses id. I Chrome og Chromium er det 32 bogstaver fra a til p, i Firefox navn@sted "
        "eller {{…}}.",
        "'{id}' is no extension's id. In Chrome and Chromium it is 32 letters from a to p, in Firefox name@place "
        "or {{…}}.",
    ),
    "native-id-none": (
        "ingen af id'erne passer til {browser}. Angiv dens egen med --extension.",
        "none of the ids fits {browser}. Give its own with --extension.",
    ),
    "native-unwritten": ("der kan ikke skrives her: {reason}.", "cannot write here: {reason}."),
    "native-written": ("{browser} kan nu starte postlint ({path}).", "{browser} can now start postlint ({path})."),
    "native-registry": ("Kør også dette én gang: {command}", "Run this once too: {command}"),
    # help
    "help-native-host": (
        "Det, en browser starter, når den taler med postlint uden netværk. Ikke til at køre i hånden.",
        "What a browser starts to speak with postlint without a network. Not to be run by hand.",
    ),
    "help-install-native-host": (
        "Lad en browserudvidelse starte postlint, i stedet for postlint serve.",
        "Let a browser extension start postlint, instead of postlint serve.",
    ),
    "help-extension": ("Udvidelsens id; kan gentages.", "The extension's id; may be repeated."),
    "help-browser": ("Kun denne browser; kan gentages.", "Only this browser; may be repeated."),
    "help-serve": (
        "Kør en tjeneste på din egen maskine, til browserudvidelsen og en side at skrive på.",
        "Run a service on your own machine, for the browser extension and a page to write on.",
    ),
    "help-host": ("Adressen, der lyttes på.", "The address to listen on."),
    "help-port": ("Porten; 0 tager en ledig.", "The port; 0 takes a free one."),
    "help-origin": (
        "En udvidelse eller side, der må spørge, fx chrome-extension://ID; kan gentages.",
        "An extension or page that may ask, such as chrome-extension://ID; may be repeated.",
    ),
    "help-allow-host": (
        "Endnu et navn med port, som tjenesten svarer på; kan gentages.",
        "Another name with port that the service answers to; may be repeated.",
    ),
    "help-token-file": ("Filen med adgangsnøglen.", "The file with the token."),
    "help-new-token": ("Lav en ny adgangsnøgle; den gamle gælder ikke mere.",
                       "Make a new token; the old one holds no more."),
    "help-reachable": ("Ja, andre maskiner må godt kunne nå tjenesten.", "Yes, other machines may reach the service."),
    "help-host-metavar": ("ADRESSE", "ADDRESS"),
    "help-origin-metavar": ("ADRESSE", "ADDRESS"),
    "help-named-port-metavar": ("NAVN:PORT", "NAME:PORT"),
}  # fmt: skip
