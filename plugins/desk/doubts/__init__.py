"""Doubts about single characters: a word that may be another one of the same sound. Optional, by a language model that may be installed.

`model` is the model, `segmenting` parts running text into its words, `looking` finds what is doubtful. Nothing here is an error.
"""
