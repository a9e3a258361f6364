import { graphemesOf } from '../../../src/language/graphemes.ts';
import type { Cursor, Look, Run } from './screen.ts';

/** What is drawn. */
export interface Drawn {
  /** What can be seen, for who cannot. */
  readonly title: string;
  readonly runs: readonly Run[];
  readonly cursors: readonly Cursor[];
  readonly columns: number;
  readonly rows: number;
  /** Of one turn; then it begins anew. Milliseconds. */
  readonly length: number;
}

/** Pixels of one column, of one line, of the letters in it, of the edge around all, and of the window's bar. */
const COLUMN = 8.4;
const LINE = 21;
const LETTER = 14;
const CHINESE = 15.5;
const EDGE = 16;
const BAR = 30;

const FONTS = `ui-monospace,'SF Mono',Menlo,Consolas,'Noto Sans Mono','DejaVu Sans Mono',monospace`;
const CHINESE_FONTS = `'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC',sans-serif`;

/** By day and by night; `light-dark` is not everywhere where pictures are shown. */
const DAY = 'paper:#fffdf9;ink:#26231f;faint:#6a645b;strong:#96520a;struck:#b3261e;line:#ddd6ca';
const NIGHT = 'paper:#17161a;ink:#e9e5de;faint:#a29c92;strong:#f2c14e;struck:#ff8a80;line:#403d45';

const SHAPES: Readonly<Record<Look, string>> = {
  plain: '',
  strong: 'fill:var(--strong);font-weight:700',
  faint: 'fill:var(--faint)',
  struck: 'fill:var(--struck);text-decoration:line-through',
  underlined: 'text-decoration:underline',
};

/**
 * An animated picture of what was written in a terminal, for an `<img>`: letters stay letters, so it is sharp at any
 * size. Who wants no motion sees how it ends.
 * @returns the text of an SVG
 */
export function draw({ title, runs, cursors, columns, rows, length }: Drawn): string {
  const width = Math.ceil(columns * COLUMN + 2 * EDGE);
  const height = BAR + rows * LINE + EDGE;
  const steps = [...new Set(runs.map(({ at }) => at))].filter((at) => at > 0);
  const keyframes = steps.map(
    (at, step) => `@keyframes k${step}{0%{visibility:hidden}${share(at)},to{visibility:visible}}`,
  );
  const shown = steps.map((_, step) => `.k${step}{animation-name:k${step}}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<style>
svg{${variables(DAY)}}
@media (prefers-color-scheme:dark){svg{${variables(NIGHT)}}}
text{font:${LETTER}px ${FONTS};fill:var(--ink);white-space:pre}
.w{font:${CHINESE}px ${CHINESE_FONTS}}
${Object.entries(SHAPES)
  .filter(([, shape]) => shape !== '')
  .map(([look, shape]) => `.${look}{${shape}}`)
  .join('\n')}
text,#rows,#cursor{animation:${length / 1_000}s step-end infinite}
${shown.join('')}
${keyframes.join('\n')}
#rows{animation-name:rows;transform:${raised(cursors.at(-1), rows)}}
@keyframes rows{${frames(cursors, length, (cursor) => `transform:${raised(cursor, rows)}`)}}
#cursor{animation-name:cursor;transform:${moved(cursors.at(-1))};fill:var(--ink);opacity:.55}
@keyframes cursor{${frames(cursors, length, (cursor) => `transform:${moved(cursor)}`)}}
@media (prefers-reduced-motion:reduce){text,#rows,#cursor{animation:none}}
</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="9" style="fill:var(--paper);stroke:var(--line)"/>
<path d="M.5 ${BAR}H${width - 0.5}" style="stroke:var(--line)"/>
<g style="fill:var(--line)"><circle cx="20" cy="15" r="5.5"/><circle cx="38" cy="15" r="5.5"/><circle cx="56" cy="15" r="5.5"/></g>
<clipPath id="window"><rect x="0" y="${BAR + 6}" width="${width}" height="${rows * LINE}"/></clipPath>
<g clip-path="url(#window)"><g id="rows">
${runs.map((run) => letters(run, steps.indexOf(run.at))).join('\n')}
<rect id="cursor" x="${EDGE}" y="${BAR + 8}" width="${COLUMN}" height="${LINE - 4}"/>
</g></g>
</svg>
`;

  function share(at: number): string {
    return `${percent(at, length)}%`;
  }
}

/** Chinese characters are put on their columns one by one; other letters fill theirs, whatever the font. */
function letters({ row, column, text, wide, look }: Run, step: number): string {
  const y = BAR + row * LINE + LINE;
  const classes = [wide === 2 ? 'w' : '', look === 'plain' ? '' : look, step < 0 ? '' : `k${step}`].filter(
    (name) => name !== '',
  );
  const characters = [...graphemesOf(text)];
  const place =
    wide === 2
      ? `x="${characters.map((_, at) => across(column + 2 * at, (2 * COLUMN - CHINESE) / 2)).join(' ')}"`
      : `x="${across(column)}" textLength="${rounded(characters.length * COLUMN)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text class="${classes.join(' ')}" y="${y}" ${place}>${escaped(text)}</text>`;
}

function across(column: number, inset = 0): number {
  return rounded(EDGE + column * COLUMN + inset);
}

/** The cursor's line stays in the window. */
function raised(cursor: Cursor | undefined, rows: number): string {
  return `translateY(${-Math.max(0, (cursor?.row ?? 0) + 1 - rows) * LINE}px)`;
}

function moved(cursor: Cursor | undefined): string {
  return `translate(${rounded((cursor?.column ?? 0) * COLUMN)}px,${(cursor?.row ?? 0) * LINE}px)`;
}

/** A frame wherever something changes. */
function frames(cursors: readonly Cursor[], length: number, shape: (cursor: Cursor) => string): string {
  const told = cursors.map((cursor) => ({ at: percent(cursor.at, length), shape: shape(cursor) }));
  return told
    .filter((frame, index) => frame.at !== told[index + 1]?.at)
    .filter((frame, index, kept) => frame.shape !== kept[index - 1]?.shape)
    .map((frame) => `${frame.at}%{${frame.shape}}`)
    .join('');
}

function percent(at: number, length: number): number {
  return Math.round((at / length) * 100_000) / 1_000;
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function variables(colours: string): string {
  return colours
    .split(';')
    .map((colour) => `--${colour}`)
    .join(';');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
