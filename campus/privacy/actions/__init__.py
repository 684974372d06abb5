"""What happens to requests to take data away, to requests about data, to data whose time is up."""
