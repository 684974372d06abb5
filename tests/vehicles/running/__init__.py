"""Fuel, cards, service and incidents of vehicles."""
