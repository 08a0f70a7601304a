"""What can be seen of a text: its words, whether it says something, how easy it reads."""
