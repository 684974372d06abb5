"""Other systems are told what happens here (事件推送), by requests that are signed.

Webhook: an address of another system and the kinds of events that it wants; on, or off.
OutboundEvent: one thing that has happened, told thinly: numbers and states, never names or texts;
whoever wants more reads it by the API, with rights of their own.
WebhookDelivery: waiting → sent, or given up after two days; can be sent again.
WebhookTry: one request of a delivery, and what came of it.
Requests are signed as the Standard Webhooks text says (webhook-id, -timestamp, -signature).
"""
