"""Coming in with the school's identity (统一身份认证), and going out again.

Way: a service that says who somebody is (OIDC, SAML, CAS, WeCom, DingTalk, Feishu); on once the
settings name it. Arrival: what such a service has said of somebody, checked.
Linked identity: that somebody there is a person here; laid at the first arrival by the number that
both sides know, or by the person themselves, and never moved to anybody else.
Identity session: a device on which somebody came in by a way; ends with theirs over there.
Joining rule: which unknown numbers become people by themselves; without any, none do.
"""
