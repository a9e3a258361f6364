import { CONTENTS } from '../html/printed-lines.ts';
import { officialHead } from '../official-head.ts';

/** How the styles of a document, and the looks that stand for a style, become elements. */
export const LOOKS: readonly string[] & string[] = [
  "p[style-name='wenzhai title'] => h1:fresh",
  `p[style-name='wenzhai contents'] => p.${CONTENTS}:fresh`,
  ...[1, 2, 3, 4, 5].map((level) => `p[style-name='wenzhai heading ${level}'] => h${level + 1}:fresh`),
];

/** A part of a document as mammoth has it, as far as it is looked at. */
interface Part {
  readonly type: string;
  readonly children?: readonly Part[];
  readonly value?: string;
  styleName?: string | null;
  styleId?: string | null;
  readonly alignment?: string | null;
  readonly isBold?: boolean;
  readonly fontSize?: number | null;
  readonly font?: string | null;
}

/** How a paragraph looks. */
interface Look {
  readonly paragraph: Part;
  readonly text: string;
  readonly isBold: boolean;
  /** Points; undefined where the document leaves it to its defaults. */
  readonly size: number | undefined;
  readonly font: string | undefined;
}

const TITLE_STYLE = /^(?:title|标题|標題|文章标题|主标题)$/i;
const HEADING_STYLE = /^(?:heading|标题|標題)\s?([1-5])/i;
const SUBHEADING_STYLE = /小标题|小標題|[一二三]级标题|subheading/i;
/** The face that Chinese documents set headings in, where the text is in another. */
const HEADING_FONT = /黑体|SimHei|Heiti|小标宋/i;
/** The face of second headings in official documents, where the text is in another; elsewhere quotations have it. */
const SUBHEADING_FONT = /楷体|KaiTi/i;
const NUMBERED = /^[（(][一二三四五六七八九十]{1,3}[）)]/;
const CONTENTS_STYLE = /^(?:toc\s?\d|toc heading|目录)/i;
const MAX_HEADING = 40;
const MAX_TITLE = 60;
const ENDS_SENTENCE = /[。！!；;，,、…][”"’」』）)]*$/;
/** A title stands among the first paragraphs. */
const TITLE_WITHIN = 3;
/** So much larger than the text a heading is, and a title. Points. */
const LARGER = 1.5;
const MUCH_LARGER = 3;
/** What Word sets text in where nothing is said. Points. */
const USUAL_SIZE = 12;

/** Gives styles to paragraphs that have none and look like headings, and one name to the styles that mean the same. */
export function withLooks(document: Part): Part {
  const all = paragraphsOf(document)
    .map(lookOf)
    .filter(({ text }) => text !== '');
  const isContents = ({ paragraph, text }: Look, at: number) =>
    CONTENTS_STYLE.test(paragraph.styleName ?? '') ||
    (/^目\s{0,6}[录錄次]$/.test(text) && CONTENTS_STYLE.test(all[at + 1]?.paragraph.styleName ?? ''));
  const contents = new Set(all.filter(isContents));
  for (const { paragraph } of contents) setStyle(paragraph, 'wenzhai contents');
  const head = officialHead(all.map(({ text }) => text));
  const looks = all.filter((look, at) => !contents.has(look) && !head.has(at));
  const body = usual(looks);
  const isLarger = ({ size = body.size }: Look, by: number) => size >= body.size + by;
  const title = looks.slice(0, TITLE_WITHIN).find((look, at) => isTitle(look, at, isLarger));
  for (const look of looks) {
    const style = look.paragraph.styleName ?? '';
    const styled = HEADING_STYLE.exec(style)?.[1] ?? (SUBHEADING_STYLE.test(style) ? '2' : undefined);
    if (look === title) setStyle(look.paragraph, 'wenzhai title');
    else if (styled !== undefined) setStyle(look.paragraph, `wenzhai heading ${styled}`);
    else if (isHeadingByLook(look, body.font, isLarger)) setStyle(look.paragraph, 'wenzhai heading 2');
  }
  return document;
}

type IsLarger = (look: Look, by: number) => boolean;

function isTitle(look: Look, at: number, isLarger: IsLarger): boolean {
  const { paragraph, text } = look;
  const style = paragraph.styleName ?? '';
  if (TITLE_STYLE.test(style) || (at === 0 && HEADING_STYLE.test(style))) return true;
  if (text.length > MAX_TITLE || ENDS_SENTENCE.test(text)) return false;
  const isCentred = paragraph.alignment === 'center';
  return isLarger(look, MUCH_LARGER) || (isCentred && at === 0 && (look.isBold || isLarger(look, LARGER)));
}

function isHeadingByLook(look: Look, bodyFont: string | undefined, isLarger: IsLarger): boolean {
  const { text, isBold, font = '' } = look;
  if (text.length > MAX_HEADING || ENDS_SENTENCE.test(text)) return false;
  const isFace = (face: RegExp) => face.test(font) && !face.test(bodyFont ?? '');
  const hasFont = isFace(HEADING_FONT) || (isFace(SUBHEADING_FONT) && NUMBERED.test(text));
  return isBold || hasFont || isLarger(look, LARGER);
}

function setStyle(paragraph: Part, name: string): void {
  paragraph.styleName = name;
  paragraph.styleId = name;
}

/** Those in tables are rows, and no headings. */
function paragraphsOf(part: Part): Part[] {
  if (part.type === 'table') return [];
  return part.type === 'paragraph' ? [part] : (part.children ?? []).flatMap(paragraphsOf);
}

function lookOf(paragraph: Part): Look {
  const runs = runsOf(paragraph).filter((run) => textOf(run).trim() !== '');
  return {
    paragraph,
    text: runs.map(textOf).join('').trim(),
    isBold: runs.length > 0 && runs.every(({ isBold }) => isBold),
    size: largest(runs.map(({ fontSize }) => fontSize ?? undefined)),
    font: runs[0]?.font ?? undefined,
  };
}

function runsOf(part: Part): Part[] {
  return part.type === 'run' ? [part] : (part.children ?? []).flatMap(runsOf);
}

function textOf(part: Part): string {
  return part.type === 'text' ? (part.value ?? '') : (part.children ?? []).map(textOf).join('');
}

function largest(sizes: readonly (number | undefined)[]): number | undefined {
  return sizes.reduce((most, size) => (size !== undefined && size > (most ?? 0) ? size : most), undefined);
}

/** Size and face of most of the text. */
function usual(looks: readonly Look[]): { size: number; font: string | undefined } {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { text, size = USUAL_SIZE, font = '' } of looks) {
    sizes.set(size, (sizes.get(size) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  return { size: most(sizes) ?? USUAL_SIZE, font: most(fonts) };
}

function most<Value>(counts: ReadonlyMap<Value, number>): Value | undefined {
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}
