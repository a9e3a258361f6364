import { Marked, type TokenizerAndRendererExtension } from 'marked';

/*
 * What people write for Markdown is not always what Markdown reads so: emphasis that ends with a Chinese mark, a heading
 * without a space, lines that are paragraphs, and what note programs add. No markup may be left in a passage.
 */

/** Emphasis of one kind, wherever its signs stand: beside Chinese marks the standard takes them for signs themselves. */
function emphasis(name: string, pattern: RegExp, tag: string): TokenizerAndRendererExtension {
  return {
    name,
    level: 'inline',
    tokenizer(source) {
      const [raw, text] = pattern.exec(source) ?? [];
      if (raw === undefined || text === undefined) return undefined;
      return { type: name, raw, tokens: this.lexer.inlineTokens(text) };
    },
    renderer(token) {
      const inside = this.parser.parseInline(token.tokens ?? []);
      return tag === '' ? inside : `<${tag}>${inside}</${tag}>`;
    },
  };
}

/** Where text is to be looked at next, since a sign may begin there that the standard has not; not far off, for speed. */
function startOf(sign: RegExp): (source: string) => number | undefined {
  return (source) => {
    const at = source.slice(0, LOOKED_AT).search(sign);
    return at >= 0 ? at : source.length > LOOKED_AT ? LOOKED_AT - 1 : undefined;
  };
}
const LOOKED_AT = 400;

/** Inside is no sign of the same kind, and no space at its edges. */
const STRONG = /^\*\*(?![\s*])([^*\n]{0,400}[^\s*])\*\*/;
const UNDERLINED = /^__(?![\s_])([^_\n]{0,400}[^\s_])__/;
const MARKED = /^==(?![\s=])([^=\n]{0,400}[^\s=])==/;
/** A single sign multiplies as well: at one edge stands Chinese, or a mark. */
const SLANTED =
  /^\*(?=[\p{Script=Han}\p{P}]|[^*\n]{0,200}[\p{Script=Han}\p{P}]\*)(?![\s*])([^*\n]{0,200}[^\s*])\*(?!\*)/u;
/** [[page]], [[page|words]]; ![[picture]] is none of the text. */
const WIKI_LINK = /^!?\[\[([^[\]|\n]{1,200})(?:\|([^[\]|\n]{1,200}))?\]\]/;

const wikiLink: TokenizerAndRendererExtension = {
  name: 'wiki-link',
  level: 'inline',
  tokenizer(source) {
    const [raw, page = '', words] = WIKI_LINK.exec(source) ?? [];
    if (raw === undefined) return undefined;
    return { type: 'wiki-link', raw, tokens: raw.startsWith('!') ? [] : this.lexer.inlineTokens(words ?? page) };
  },
  renderer(token) {
    return this.parser.parseInline(token.tokens ?? []);
  },
};

/** 3*4*5 and a_b_c have no emphasis in them. */
const literal: TokenizerAndRendererExtension = {
  name: 'literal',
  level: 'inline',
  start: startOf(/[A-Za-z\d]_|\d\*\d/),
  tokenizer(source) {
    const [raw] = /^(?:[A-Za-z\d](?:_{1,4}[A-Za-z\d]{1,40}){1,20}|\d(?:\*\d{1,20}){1,20})/.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'literal', raw };
  },
  renderer: ({ raw }) => raw,
};

export const MARKDOWN = new Marked({
  gfm: true,
  extensions: [
    emphasis('strong-beside-marks', STRONG, 'strong'),
    emphasis('underlined', UNDERLINED, 'strong'),
    { ...emphasis('marked', MARKED, ''), start: startOf(/==/) },
    emphasis('slanted', SLANTED, 'em'),
    wikiLink,
    literal,
  ],
});

const FENCE = /^ {0,3}(```|~~~)/;
/** #标题 and ＃ 标题; #标签 #另一个 are tags, and so is #1. */
const HEADING_SIGNS = /^ {0,3}([#＃]{1,6})(?![#＃])(.*)$/;
const NO_HEADING = /^\d|[#＃]/;
/** [TOC] and [[toc]] stand for contents, [!NOTE] for a picture; a line of dollars or one of tags is no text. */
const NO_TEXT = /^(?:\[\[?_?toc_?\]\]?|(?:#[^\s#]+\s+)+#[^\s#]+|\$\$)\s*$/i;
const FORMULA = /^\s{0,3}\$\$[^$]{1,500}\$\$\s*$/;
const CALL_OUT = /^(\s{0,3}(?:>\s?)+)\[![a-z]+\][+-]?/i;
const SENTENCE_END = /[。！？…：；][”’」』）]*\s*$/;
/** What is built of lines of its own. */
const STRUCTURE = /^(?:\s{4}|\t|\s{0,3}(?:[#>|*+=-]|\d+[.)]|<|\[|```|~~~))/;

/** The text as it is meant, where Markdown would read something else; code stays as it is. */
export function asMeant(markdown: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  let paragraph: string[] = [];
  const close = () => {
    // Lines that all end with a sentence are paragraphs; those that were cut to a width are not.
    const areParagraphs = paragraph.length > 1 && paragraph.every((line) => SENTENCE_END.test(line));
    for (const line of paragraph) {
      lines.push(line);
      if (areParagraphs) lines.push('');
    }
    paragraph = [];
  };
  for (const line of markdown.split(/\r\n|[\n\r]/)) {
    const opens = FENCE.exec(line)?.[1];
    if (fence !== undefined || opens !== undefined) {
      close();
      lines.push(line);
      if (opens !== undefined) fence = fence === undefined ? opens : fence === opens ? undefined : fence;
      continue;
    }
    const { signs, heading } = looseHeading(line);
    const isText = line.trim() !== '' && !STRUCTURE.test(line) && signs === undefined;
    if (isText && !NO_TEXT.test(line) && !FORMULA.test(line)) {
      if (standsApart(paragraph.at(-1), line)) {
        close();
        lines.push('');
      }
      paragraph.push(line);
      continue;
    }
    close();
    if (signs !== undefined) lines.push('', `${signs} ${heading}`, '');
    else if (FORMULA.test(line)) lines.push('```', line.trim().slice(2, -2), '```');
    else if (!NO_TEXT.test(line)) lines.push(line.replace(CALL_OUT, '$1'));
  }
  close();
  return lines.join('\n');
}

/** A paragraph is set in, and a line of facts stands below a title, where somebody writes as in any text. */
function standsApart(before: string | undefined, line: string): boolean {
  if (before === undefined) return false;
  const isFacts = (text: string) => text.length <= MAX_FACTS && FACTS.test(text) && !SENTENCE_END.test(text);
  return line.startsWith('　') || (before.length <= MAX_FACTS && (isFacts(line) || isFacts(before)));
}
const MAX_FACTS = 60;
const FACTS =
  /^(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}|(?:来源|來源|作者|记者|記者|日期|时间|時間|发布|發佈|编辑|編輯)[:：])/;

/** A heading as the standard has it, where a line is meant as one. */
function looseHeading(line: string): { signs: string | undefined; heading: string } {
  const [, signs = '', rest = ''] = HEADING_SIGNS.exec(line) ?? [];
  let end = rest.trimEnd().length;
  while (end > 0 && /[#＃]/.test(rest.charAt(end - 1))) end -= 1;
  const heading = rest.slice(0, end).trim();
  const isHeading = signs !== '' && !NO_HEADING.test(heading) && /\p{Script=Han}/u.test(heading);
  return { signs: isHeading ? '#'.repeat(signs.length) : undefined, heading };
}
