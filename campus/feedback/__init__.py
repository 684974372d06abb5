"""What pupils and staff say of the canteen, the dormitory and whatever else an area asks about.

FeedbackTopic: what it can be about, who answers, and whether it cannot wait.
Feedback: a case: new → under way → promised → answered; merged with the same wish, handed on, or
hidden for a reason. With a name, or without one.
Letter: something without a name on its way: an entry, a reply, stars for an answer. It is dropped
into the letterbox, which says nothing of who did so, and taken out on the full hour together with
all others, in an order of chance (`actions.letterbox` tells why).
FeedbackWeek: how many entries without a name a week has seen from whom, without saying from whom.
FeedbackVote: somebody wants the same.
"""
