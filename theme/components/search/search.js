// Finds stories in the index that plugins/search makes, one volume a year and more for a year with many stories. Only the search page has this script.
"use strict";
(() => {
  const page = document.querySelector("[data-index]");
  const form = page.querySelector("form");
  const status = page.querySelector("[role=status]");
  const list = page.querySelector("ol");
  const more = page.querySelector("[data-more]");
  const names = page.dataset.volumes.split(" "); // 2017-2 is the second volume of 2017
  const title = document.title;
  const SHOWN = 10; // results at a time
  const LENGTH = 96; // characters of an excerpt
  const BEFORE = 36; // of them at most before the words that were found
  const KINDS = ["section", "unit", "person"];
  const FIELDS = ["q", ...KINDS, "year", "sort"];

  // -- Files of the index ---------------------------------------------------------------------------------------

  const files = new Map();

  // cache: "no-cache" asks the server whether a table is still the same; all else is named after what it holds.
  const file = (address, cache = "default") => {
    if (!files.has(address)) {
      const wanted = fetch(page.dataset.index + address, { cache }).then((answer) => {
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
        return answer.json();
      });
      files.set(address, wanted);
    }
    return files.get(address);
  };

  // The numbers that plugins/search/postings.py packed: each character is one, a space is one step more of the next.
  const unpacked = (text) => {
    const numbers = [];
    let steps = 0;
    for (const character of text) {
      const code = character.codePointAt(0);
      if (code === 0x20) steps += 0x100000;
      else {
        numbers.push(steps + code - (code < 0xd800 ? 0x20 : 0x820));
        steps = 0;
      }
    }
    return numbers;
  };

  const ascending = (text) => {
    let last = -1;
    return unpacked(text).map((difference) => (last += difference));
  };

  class Volume {
    constructor(name, table) {
      Object.assign(this, { name, year: name.slice(0, 4), table });
      this.headlines = unpacked(table.headlines).map((length) => length - 1);
      let end = 0;
      this.starts = unpacked(table.lengths).map((length) => (end += length - 1) - length + 1);
    }

    file(name) {
      return file(`${this.name}/${this.table.edition}/${name}`);
    }

    async positions(pair) {
      const [first, second] = Array.from(pair, (character) => character.codePointAt(0));
      const shard = await this.file(`${(first * 31 + second) % this.table.shards}.json`);
      return pair in shard ? ascending(shard[pair]) : [];
    }

    // Where the pieces of a term stand, each as far from the first as they were written.
    async places(term) {
      const pairs = term.pieces.flatMap(({ at, letters }) => {
        const offsets = letters.map((_, index) => index).filter((index) => index % 2 === 0 && index < letters.length - 1);
        if (letters.length % 2) offsets.push(letters.length - 2);
        return offsets.map((offset) => ({ at: at + offset, pair: letters[offset] + letters[offset + 1] }));
      });
      const found = await Promise.all(pairs.map(({ pair }) => this.positions(pair)));
      const starts = found.map((places, index) => places.map((place) => place - pairs[index].at));
      return starts.sort((one, other) => one.length - other.length).reduce(both);
    }

    // Story number -> how well it answers: words in the headline count most, then how often they stand in the text.
    async hits(term) {
      const hits = new Map();
      let story = 0;
      for (const place of await this.places(term)) {
        while (story + 1 < this.starts.length && this.starts[story + 1] <= place) story += 1;
        const isHeadline = place - this.starts[story] < this.headlines[story];
        hits.set(story, (hits.get(story) || 0) + (isHeadline ? 20 : 1));
      }
      return hits;
    }

    has(kind, id) {
      const [, packed] = (this.table.facets[kind] || {})[id] || [];
      return new Set(packed ? ascending(packed) : []);
    }

    async shown(story) {
      const size = this.table.leaf;
      const leaf = await this.file(`leaf-${Math.floor(story / size)}.json`);
      return leaf[story % size];
    }
  }

  // What stands in two ascending rows of numbers.
  const both = (few, many) => {
    const found = [];
    let index = 0;
    for (const number of few) {
      while (index < many.length && many[index] < number) index += 1;
      if (many[index] === number) found.push(number);
    }
    return found;
  };

  const volumes = () =>
    Promise.all(names.map(async (name) => new Volume(name, await file(`${name}/table.json`, "no-cache"))));

  // -- Words ----------------------------------------------------------------------------------------------------

  const folded = (text, table) =>
    Array.from(text.toLowerCase())
      .map((character) => {
        if (table.passedOver.includes(character)) return "";
        if (table.breaks.includes(character)) return "\n";
        const code = character.codePointAt(0);
        return code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0).toLowerCase() : character;
      })
      .filter(Boolean);

  // The words of a query. Single characters in a row are one word: 姜 璞 is a name.
  const wordsOf = (query) => {
    const words = [];
    let isOpen = false;
    for (const word of query.trim().split(/\s+/u)) {
      const isSingle = Array.from(word).length === 1;
      if (isSingle && isOpen) words[words.length - 1] += word;
      else words.push(word);
      isOpen = isSingle;
    }
    return words;
  };

  // letters: what is looked for; pieces: its stretches of two characters and more, and how far each is from the first.
  const termOf = (word, table) => {
    const letters = Array.from(folded(word, table).join("").trim());
    const pieces = [];
    let at = 0;
    for (const stretch of letters.join("").split("\n")) {
      const inside = Array.from(stretch);
      if (inside.length > 1) pieces.push({ at, letters: inside });
      at += inside.length + 1;
    }
    return { letters, pieces: pieces.map((piece) => ({ ...piece, at: piece.at - pieces[0].at })) };
  };

  // The terms of a query that can be looked for, and the words of one character, which cannot.
  const termsOf = (query, table) => {
    const all = wordsOf(query).map((word) => ({ word, ...termOf(word, table) }));
    const isLong = ({ pieces }) => pieces.length > 0;
    const short = all.filter((term) => !isLong(term) && /[\p{L}\p{N}]/u.test(term.word));
    return [all.filter(isLong), short.map(({ word }) => word)];
  };

  const escaped = (character) => (/[\p{L}\p{N}]/u.test(character) ? character : `\\u{${character.codePointAt(0).toString(16)}}`);

  // All forms that fold to `letter`, as a pattern.
  const formsOf = (letter, table) => {
    const code = letter.codePointAt(0);
    const wide = code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : "";
    const forms = letter === "\n" ? Array.from(table.breaks) : [letter, ...wide];
    return `[${forms.map(escaped).join("")}]`;
  };

  const patternOf = (terms, table) => {
    const between = `[${Array.from(table.passedOver).map(escaped).join("")}]*`;
    const words = terms.map(({ letters }) => letters.map((letter) => formsOf(letter, table)).join(between));
    return new RegExp(words.sort((one, other) => other.length - one.length).join("|"), "giu");
  };

  // -- What the reader sees -------------------------------------------------------------------------------------

  // `text` with what matches in <mark>.
  const marked = (text, pattern) => {
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      pieces.push(text.slice(end, match.index), mark);
      end = match.index + match[0].length;
    }
    return [...pieces, text.slice(end)];
  };

  // The stretch of a paragraph around what was found, from where its sentence begins or pauses when that is near.
  const excerpt = (lines, text, pattern) => {
    const paragraph = [...text, ...lines].find((line) => line.search(pattern) >= 0) || text[0] || "";
    const found = Math.max(0, paragraph.search(pattern));
    const before = paragraph.slice(Math.max(0, found - BEFORE), found);
    const begun = found > BEFORE ? Math.max(0, ...[/[。！？][”’）]*/gu, /[，；：]/gu].map((end) => lastEnd(before, end))) : 0;
    const start = found > BEFORE ? found - (begun ? before.length - begun : BEFORE / 2) : 0;
    const isWhole = start === 0 || /[。！？”’）]/u.test(paragraph[start - 1]);
    const stretch = paragraph.slice(start, start + LENGTH);
    return (isWhole ? "" : "……") + stretch + (start + LENGTH < paragraph.length ? "……" : "");
  };

  const lastEnd = (text, pattern) => [...text.matchAll(pattern)].reduce((_, match) => match.index + match[0].length, 0);

  const chinese = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return `${year}年${month}月${date}日`;
  };

  const result = ([address, title, day, section, lines, text], pattern) => {
    const made = page.querySelector("template").content.firstElementChild.cloneNode(true);
    const [link, span, words] = ["a", "span", ".g-result__text"].map((one) => made.querySelector(one));
    const time = document.createElement("time"); // one without a day would be no sound HTML
    link.replaceChildren(...marked(title.replaceAll("\u3000", " "), pattern));
    link.href = page.dataset.site + address;
    time.textContent = chinese(day);
    time.dateTime = day;
    span.textContent = section;
    span.before(time, " ");
    words.append(...marked(excerpt(lines, text, pattern), pattern));
    return made;
  };

  const say = (words) => {
    status.textContent = words;
  };

  const fill = (read) => {
    for (const kind of KINDS) {
      const names = new Map(read.flatMap(({ table }) => Object.entries(table.facets[kind] || {}).map(([id, [name]]) => [id, name])));
      const chosen = form.elements[kind];
      const wanted = chosen.value || asked().get(kind) || "";
      const sorted = [...names].sort(([, one], [, other]) => one.localeCompare(other, "zh-CN"));
      chosen.replaceChildren(chosen.options[0], ...sorted.map(([id, name]) => new Option(name, id)));
      chosen.value = names.has(wanted) ? wanted : "";
    }
  };

  // -- One search -----------------------------------------------------------------------------------------------

  const asked = () => new URLSearchParams(location.search);
  let turn = 0; // an answer that comes after the next question is not shown
  let hits = [];
  let pattern = null;

  const search = async () => {
    const mine = (turn += 1);
    const query = form.elements.q.value.trim();
    document.title = query ? `${query} - ${title}` : title;
    list.replaceChildren();
    list.hidden = true;
    more.hidden = true;
    if (query) say("正在查找……");
    try {
      const read = await volumes();
      fill(read);
      const [terms, short] = termsOf(query, read[0].table);
      const found = terms.length ? await answered(read, terms) : [];
      if (mine !== turn) return;
      hits = found;
      pattern = terms.length ? patternOf(terms, read[0].table) : null;
      await show(query, terms.length > 0, short, mine);
    } catch {
      if (mine !== turn) return;
      files.clear();
      say("检索用的文件没有读到，可能是网络断了。请再按一次“搜索”，或者到往期里查找。");
    }
  };

  const answered = async (read, terms) => {
    const { year, sort } = Object.fromEntries(["year", "sort"].map((name) => [name, form.elements[name].value]));
    const wanted = KINDS.map((kind) => [kind, form.elements[kind].value]).filter(([, id]) => id);
    const parts = await Promise.all(
      read.filter((volume) => !year || volume.year === year).map(async (volume) => {
        const [first, ...others] = await Promise.all(terms.map((term) => volume.hits(term)));
        const allowed = wanted.map(([kind, id]) => volume.has(kind, id));
        return [...first.keys()]
          .filter((story) => others.every((other) => other.has(story)) && allowed.every((one) => one.has(story)))
          .map((story) => ({ volume, story, weight: [first, ...others].reduce((sum, one) => sum + one.get(story), 0) }))
          .reverse();
      }),
    );
    const newest = parts.flat();
    return sort === "date" ? newest : newest.sort((one, other) => other.weight - one.weight);
  };

  const show = async (query, isAsked, short, mine) => {
    const left = short.map((word) => `“${word}”`).join("");
    const but = left && `单个的字${left}没有查。`;
    const isFiltered = [...KINDS, "year"].some((name) => form.elements[name].value);
    if (!query) say("");
    else if (!isAsked) say("请至少写两个字。");
    else if (!hits.length)
      say(`没有找到“${query}”。${isFiltered ? "可以放宽筛选" : "可以少写几个字"}，或者到往期里查找。${but}`);
    else if (await add(mine)) say(`找到 ${hits.length} 篇${hits.length > SHOWN ? `，先列出 ${SHOWN} 篇` : ""}。${but}`);
  };

  // The next results. Returns the first of them.
  const add = async (mine) => {
    const next = hits.slice(list.children.length, list.children.length + SHOWN);
    const shown = await Promise.all(next.map(({ volume, story }) => volume.shown(story)));
    if (mine !== turn) return null;
    const made = shown.map((each) => result(each, pattern));
    list.append(...made);
    list.hidden = false;
    more.hidden = list.children.length >= hits.length;
    return made[0];
  };

  more.addEventListener("click", async () => {
    more.disabled = true;
    try {
      const first = await add(turn);
      if (first) {
        first.querySelector("a").focus();
        say(`找到 ${hits.length} 篇，已列出 ${list.children.length} 篇。`);
      }
    } catch {
      files.clear();
      say("后面的结果没有读到，可能是网络断了。请再按一次“再列几篇”。");
    }
    more.disabled = false;
  });

  // -- The address says what was asked, so that it can be kept, shared and gone back to -------------------------

  const restore = () => {
    for (const name of FIELDS) {
      const field = form.elements[name];
      const value = asked().get(name) || "";
      if (field.options && value && ![...field.options].some((option) => option.value === value))
        field.add(new Option(value, value));
      field.value = value;
      if (field.options && field.selectedIndex < 0) field.selectedIndex = 0;
    }
    search();
  };

  const ask = (event) => {
    event.preventDefault();
    const said = String(new URLSearchParams([...new FormData(form)].filter(([, value]) => value)));
    const address = location.pathname + (said && `?${said}`);
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    search();
  };

  form.addEventListener("submit", ask);
  form.addEventListener("change", (event) => {
    if (event.target.name !== "q" && form.elements.q.value.trim()) ask(event);
  });
  window.addEventListener("popstate", restore);
  page.querySelector("[data-filters]").hidden = false;
  restore();
})();
