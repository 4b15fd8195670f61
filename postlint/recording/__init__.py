"""A record for the file: what was looked through, with which rules and which result, and whether it is still the same.

A record holds hashes, counts and waivers, never a text. It proves nothing by itself: whoever may write the file may
change it, so it belongs where only those who answer for it can.
"""
