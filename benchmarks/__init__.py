"""Speed, memory and accuracy side by side with peers; one command each."""
