"""What happens to special rooms, their bookings and projects, a file for each noun."""
