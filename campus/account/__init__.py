"""How a person signs in, and from where.

Device: a browser in which somebody is signed in; ends when they sign out, or are signed out.
Second factor: a code from a phone beside the password, set up by its person, taken away when lost.
New password: invented by the portal for somebody who has lost theirs; replaced at the next sign-in.
"""
