"""Notices: what somebody is told, written in the transaction of what they tell of (outbox).

Notice: told once under its key. InboxEntry: unread, then read, by one person.
Delivery: a copy to e-mail or a robot; waiting, sent, or given up after the last try.
Robot: added, changed, switched off.
"""
