"""Findings on the words of a story: punctuation, dates, names and wording. No one of them corrects what a person must decide."""

from .message import Message

MESSAGES: dict[str, Message] = {}
