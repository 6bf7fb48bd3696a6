"""Answers about the records that can be trusted: each says what it rests on."""
