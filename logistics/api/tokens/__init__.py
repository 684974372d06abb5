"""Tokens (访问令牌): what programs bring along instead of a password.

Token: of one person, for some scopes, until a day; made once with a fresh sign-in, told once, kept
as a digest, revoked by its person or an administrator. It can never do more than its person may at
that moment, and nothing once they have left.
"""
