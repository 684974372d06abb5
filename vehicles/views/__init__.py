"""The pages of vehicles."""
