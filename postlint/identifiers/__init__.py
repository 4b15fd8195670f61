"""Identifiers, validated and not guessed: numbers of persons and money, keys and addresses of networks. Each module
names the source of the facts that it rests on. Nothing here knows of documents or rules."""
