import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { chatInTerminal } from '../../src/console/chat.ts';
import { createLog } from '../../src/log.ts';
import { one } from '../commands/run.ts';
import { engineHere } from '../discord/stand-in/engine-here.ts';
import { draw } from './recording/draw.ts';
import { follow } from './recording/screen.ts';

const PICTURE = readFileSync(new URL('recording/recording.svg', import.meta.url), 'utf8');

test('a Chinese character takes two columns, and a prompt that is written over itself stands once', () => {
  const { runs, cursors } = follow(
    [
      { at: 0, text: '文摘 > ' },
      { at: 5, text: '\x1b[1G\x1b[0J文摘 > \x1b[8Ga' },
      { at: 9, text: '\r\n\x1b[1m\x1b[33m户8\x1b[39m\x1b[22m' },
    ],
    20,
  );
  expect(runs).toEqual([
    { row: 0, column: 0, text: '文摘', wide: 2, look: 'plain', at: 0 },
    { row: 0, column: 4, text: ' > ', wide: 1, look: 'plain', at: 0 },
    { row: 0, column: 7, text: 'a', wide: 1, look: 'plain', at: 5 },
    { row: 1, column: 0, text: '户', wide: 2, look: 'strong', at: 9 },
    { row: 1, column: 2, text: '8', wide: 1, look: 'strong', at: 9 },
  ]);
  expect(cursors.at(-1)).toEqual({ at: 9, row: 1, column: 3 });
});

test('a line that is too long goes on below, and what is not known is not passed over', () => {
  expect(follow([{ at: 0, text: '一二三' }], 5).runs.map(({ row, text }) => [row, text])).toEqual([
    [0, '一二'],
    [1, '三'],
  ]);
  expect(() => follow([{ at: 0, text: '\x1b[2Aa' }], 5)).toThrow('\\u001b[2A');
  expect(() => follow([{ at: 0, text: 'a\x07' }], 5)).toThrow('\\u0007');
});

test('what is drawn is text, shown at its time', () => {
  const picture = draw({
    title: 'a < b',
    ...follow(
      [
        { at: 0, text: '$ ' },
        { at: 500, text: '<户>' },
      ],
      20,
    ),
    columns: 20,
    rows: 2,
    length: 1_000,
  });
  expect(picture).toContain('<title id="title">a &lt; b</title>');
  expect(rowsIn(picture)).toEqual(['$ <户>']);
  expect(picture).toMatch(/@keyframes k0\{0%\{visibility:hidden\}50%,to\{visibility:visible\}\}/);
});

test('the recording shows what the program says today', async () => {
  const rows = rowsIn(PICTURE);
  const typed = ['/find 金昌市被确定为全国第2期市域社会治理现代化试点城市', '/quote 2.4'];
  for (const line of typed) expect(rows).toContain(`文摘 > ${line}`);
  const said = await saidTo(typed);
  expect(said.length).toBeGreaterThan(15);
  expect(said.filter((line) => !rows.includes(line))).toEqual([]);
});

/** The lines of a picture, each put together again. */
function rowsIn(picture: string): string[] {
  const rows = new Map<string, string>();
  for (const [, y = '', text = ''] of picture.matchAll(/<text [^>]*?y="(\d+)"[^>]*>([^<]*)<\/text>/g)) {
    rows.set(y, (rows.get(y) ?? '') + text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
  }
  return [...rows.values()];
}

/** What the terminal shows, line by line: its welcome, and what it answers. */
async function saidTo(typed: readonly string[]): Promise<string[]> {
  const [input, output] = [new PassThrough(), new PassThrough()].map((stream) =>
    Object.assign(stream, { isTTY: true }),
  );
  const chunks: Buffer[] = [];
  output?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const talking = chatInTerminal({
    engine: engineHere(() => one),
    pictures: { draw: () => Promise.reject(new Error('nobody wanted a picture')) },
    folder: '.',
    reader: { locale: 'zh-CN', script: undefined },
    log: createLog('silent', (text) => text),
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    environment: {},
  });
  input?.end(`${typed.join('\n')}\n`);
  await talking;
  const lines = stripVTControlCharacters(Buffer.concat(chunks).toString()).split('\n');
  // What is typed at once is echoed in other places; one line is longer than the recording is wide.
  return lines.filter(
    (line) => ![...typed, ''].includes(line.trim()) && !line.includes('文摘 >') && !line.includes('DISCORD_TOKEN'),
  );
}
