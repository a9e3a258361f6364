import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/chat/locale.ts';
import { chatInTerminal } from '../../src/console/chat.ts';
import { createLibrary } from '../../src/library/open.ts';
import { createLog } from '../../src/log.ts';
import type { QuotedPicture } from '../../src/picture/quoted-picture.ts';
import { one } from '../commands/run.ts';
import { engineHere } from '../discord/stand-in/engine-here.ts';

const LINK = 'http://127.0.0.1:40000/?key=abc';

/** What somebody sees on a terminal who types this. */
async function seen(
  locale: Locale,
  typed: string,
  { page, library = one, drawn = [] }: { page?: string; library?: typeof one; drawn?: QuotedPicture[] } = {},
) {
  const [input, output] = [new PassThrough(), new PassThrough()].map((stream) =>
    Object.assign(stream, { isTTY: true }),
  );
  const chunks: Buffer[] = [];
  output?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const talking = chatInTerminal({
    engine: engineHere(() => library),
    pictures: {
      draw(picture) {
        drawn.push(picture);
        return Promise.reject(new Error('no ink'));
      },
    },
    folder: '.',
    reader: { locale, script: undefined, pictures: true },
    log: createLog('silent', (text) => text),
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    environment: { NO_COLOR: '1' },
    ...(page !== undefined && { page }),
  });
  input?.end(typed);
  await talking;
  return Buffer.concat(chunks).toString();
}

it.each(LOCALES)('says in %s where the page is, where there is one', async (locale) => {
  expect(await seen(locale, '', { page: LINK })).toContain(`\n  ${LINK}\n`);
  expect(await seen(locale, '')).not.toContain('http://127');
});

it.each(LOCALES)('says in %s that there is no article yet', async (locale) => {
  expect(await seen(locale, '', { library: createLibrary([]) })).toContain('--seeds');
  // A question is told the same, and nothing of servers, where nobody is.
  const told = await seen(locale, '马翠芳管多少户？\n/section\n', { library: createLibrary([]) });
  expect(told.match(/--seeds/g)).toHaveLength(3);
  expect(told).not.toContain('/library');
});

it.each(LOCALES)('says in %s that servers have a library, and not the terminal', async (locale) => {
  const told = await seen(locale, '/library add\n');
  expect(told).toMatch(/\/library [^\n]*Discord/);
  expect(told).not.toContain('“library”');
});

it('draws what was quoted last, and nothing earlier where several passages were shown since', async () => {
  const drawn: QuotedPicture[] = [];
  const told = await seen('zh-CN', '/picture\n/quote 2.1\n/section\n/picture\n2.4-2.6\n/picture\n', { drawn });
  expect(drawn.map(({ details }) => details.at(-1))).toEqual([expect.stringContaining('§2¶1')]);
  expect(told.match(/没有可以存的引文/g)).toHaveLength(2);
});

it('answers what is typed, below a word of welcome', async () => {
  expect(await seen('zh-CN', '马翠芳管多少户？\n')).toMatch(/《汇音聚符共奏和谐曲》[\s\S]*408户/);
});
