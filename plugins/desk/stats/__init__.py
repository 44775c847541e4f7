"""The count that an office hands in each month: `front` is the task, `span` the days, `fees` the rates, the rest its forms.

Counting itself is left to `newsroom/column/counting`.
"""
