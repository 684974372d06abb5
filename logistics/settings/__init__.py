"""One module per place the portal runs in: local (`make run`), test, production; base is shared."""
