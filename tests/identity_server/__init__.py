"""A real identity service (oidc-provider, certified by the OpenID Foundation), for tests."""
