"""Being the identity for the school's small apps (OpenID Connect by allauth's provider).

App: a program of the school that lets people in by the portal; allauth's `Client`, which an
administrator makes, changes, gives a new secret, switches off and on again.
Consent: a person has let an app in; given on a page that says what it is told, taken back on their
account page, which ends its tokens at once. Its subject is the person's name for that app alone.
"""
