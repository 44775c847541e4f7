"""Placeholder text that `new` writes into a new story: meant to be replaced, and must not go online."""

BYLINE = "本专栏"
SENTENCE = "从这里开始写正文，段落之间空一行。"
CAPTION = "图片说明"
EXAMPLE = f'![{CAPTION}](01.jpg "张三 摄")'
