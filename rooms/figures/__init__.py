"""What is counted and laid out of rooms, bookings and projects."""
