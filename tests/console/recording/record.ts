import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { draw } from './draw.ts';
import { type OwnTerminal, pause, startInTerminal } from './own-terminal.ts';
import { follow, type Written } from './screen.ts';

/**
 * Records the README's picture of a terminal, `npm run recording`: a shell in a terminal of its own, in which this types
 * as a person does. Needs `script` of util-linux.
 */

const COLUMNS = 84;
const ROWS = 25;
const TITLE = 'npm start in a terminal: a question, a claim that is checked, and a quotation';
const PROMPT = '文摘 > ';
/** What is typed at each prompt, and how long what it brings is looked at. Milliseconds. */
const TYPED: readonly (readonly [words: string, look: number])[] = [
  ['npm start', 2_000],
  ['马翠芳管多少户？', 3_500],
  ['/find 金昌市被确定为全国第2期市域社会治理现代化试点城市', 3_000],
  ['/quote 2.4', 3_300],
];
/** Between two letters, between two words of an input method, and before what was typed is sent. Milliseconds. */
const LETTER_MS = 75;
const WORD_MS = 165;
const SEND_MS = 350;
/** Nobody wants to watch a machine that is busy with other things start: a wait is cut to this. Milliseconds. */
const LONGEST_WAIT_MS = 1_300;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

// The first start builds the program and reads the articles; the second is like any other.
await recorded();
const { written, length } = shortened(await recorded());
const picture = draw({ title: TITLE, ...follow(written, COLUMNS), columns: COLUMNS, rows: ROWS, length });
const file = fileURLToPath(new URL('recording.svg', import.meta.url));
writeFileSync(file, picture);
console.log(`${file}: ${(length / 1_000).toFixed(1)} s, ${Math.ceil(picture.length / 1_024)} kB`);

/** What a terminal showed, until the last answer has been looked at. */
async function recorded(): Promise<Written[]> {
  const terminal = startInTerminal('sh', { rows: ROWS, columns: COLUMNS });
  try {
    await terminal.shows('$ ');
    for (const [index, [typed, look]] of TYPED.entries()) {
      await type(terminal, typed);
      await terminal.shows(PROMPT, index + 1);
      await pause(look);
    }
    return [...terminal.written, { at: performance.now(), text: '' }];
  } finally {
    await terminal.end();
  }
}

async function type(terminal: OwnTerminal, line: string): Promise<void> {
  for (const { segment } of words.segment(line)) {
    const isLatin = /^[\x20-\x7e]+$/.test(segment);
    // Latin letters come one by one, Chinese words as an input method gives them.
    for (const stroke of isLatin ? segment : [segment]) {
      terminal.type(stroke);
      await pause(isLatin ? LETTER_MS : WORD_MS);
    }
  }
  await pause(SEND_MS);
  terminal.type('\r');
}

/** From the shell's prompt on, without the long waits. */
function shortened(all: readonly Written[]): { written: Written[]; length: number } {
  let now = 0;
  let before = all[0]?.at ?? 0;
  let answered = false;
  const written = all.map(({ at, text }) => {
    now += Math.min(at - before, answered ? Number.POSITIVE_INFINITY : LONGEST_WAIT_MS);
    before = at;
    answered = text.includes(PROMPT);
    return { at: Math.round(now), text };
  });
  return { written, length: Math.round(now) };
}
