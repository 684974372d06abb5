"""Other systems of the school (统一入口): where they are, for whom, and what is unread there.

LinkedSystem: a system with its address, shown as a tile to those whom it is for.
UnreadCount: how many unread things somebody has in a system, as that system says by itself.
RecentUse: when somebody opened a system last; of each person the last six, and nothing else.
"""
