import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/chat/locale.ts';
import { chatInTerminal } from '../../src/console/chat.ts';
import { createLibrary } from '../../src/library/open.ts';
import { createLog } from '../../src/log.ts';
import { one } from '../commands/run.ts';
import { engineHere } from '../discord/stand-in/engine-here.ts';

const LINK = 'http://127.0.0.1:40000/?key=abc';

/** What somebody sees on a terminal who types this. */
async function seen(
  locale: Locale,
  typed: string,
  { page, library = one }: { page?: string; library?: typeof one } = {},
) {
  const [input, output] = [new PassThrough(), new PassThrough()].map((stream) =>
    Object.assign(stream, { isTTY: true }),
  );
  const chunks: Buffer[] = [];
  output?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const talking = chatInTerminal({
    engine: engineHere(() => library),
    pictures: { draw: () => Promise.reject(new Error('nobody wanted a picture')) },
    folder: '.',
    reader: { locale, script: undefined },
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
});

it('answers what is typed, below a word of welcome', async () => {
  expect(await seen('zh-CN', '马翠芳管多少户？\n')).toMatch(/《汇音聚符共奏和谐曲》[\s\S]*408户/);
});
