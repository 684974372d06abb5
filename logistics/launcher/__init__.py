"""Other systems of the school (统一入口): where they are, and for whom.

LinkedSystem: a system with its address, shown as a tile to those whom it is for.
RecentUse: when somebody opened a system last; of each person the last six, and nothing else.
"""
