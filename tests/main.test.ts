import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundleQuickProgram, type QuickProgram } from './discord/stand-in/quick-program.ts';
import { HOSTILE, layHostileFiles } from './hostile-files.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const SEED = join(ROOT, 'seeds/jinchang.txt');

let folder: string;
let quick: QuickProgram;
beforeAll(async () => {
  quick = await bundleQuickProgram();
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  writeFileSync(join(folder, 'empty.txt'), '');
});
afterAll(() => {
  quick.remove();
  rmSync(folder, { recursive: true });
});

interface Outcome {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly complaints: readonly string[];
}

/** Runs the program as its scripts do, with this input and nothing set but what is given. */
async function wenzhai(
  args: readonly string[],
  input = '',
  environment: Record<string, string> = {},
  path = 'src/launch.js',
): Promise<Outcome> {
  const child = spawn(process.execPath, [path, ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      INIT_CWD: folder,
      DISCORD_TOKEN: '',
      LOG_LEVEL: 'warn',
      CACHE_DIR: join(folder, 'cache'),
      LIBRARY_DIR: join(folder, 'library'),
      ...environment,
    },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const linesOf = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString().split('\n').slice(0, -1);
  return { code, lines: linesOf(out), complaints: linesOf(err) };
}

/** The same over few words, where it does not matter how well it reads. */
function quickly(args: readonly string[], environment: Record<string, string> = {}): Promise<Outcome> {
  return wenzhai(args, '', environment, quick.main);
}

const span = z.object({ start: z.number(), end: z.number() }).nullable();
const answerLine = z.strictObject({
  question: z.string(),
  answered: z.boolean(),
  verdict: z.enum(['answer', 'closest', 'off-topic']),
  confidence: z.number().min(0).max(1),
  read: z.boolean(),
  refusal: z.string().min(1).optional(),
  present: z.array(z.string()).optional(),
  missing: z.array(z.string()).optional(),
  passages: z.array(
    z.strictObject({
      address: z.string(),
      articleId: z.string(),
      section: z.string().nullable(),
      text: z.string(),
      score: z.number(),
      highlight: span,
      answer: span,
    }),
  ),
  summary: z.array(z.string()),
});

// First: what it keeps of the articles need not be read again.
describe('start', () => {
  it('answers each line of a pipe and ends with it', async () => {
    const input = '马翠芳管多少户？\n/section 2\n/quote 2.1\n/about\n/nonsense\n';
    const { code, lines, complaints } = await wenzhai(['--locale', 'zh-CN'], input);
    expect(code).toBe(0);
    expect(complaints).toEqual([]);
    const said = lines.join('\n');
    for (const expected of ['§2¶1', '本节摘要', '责编', 'nonsense']) expect(said).toContain(expected);
    expect(said).not.toContain('\u001b[');
  });
});

describe('ask --json', () => {
  it('answers line by line, as many lines as came in', async () => {
    const { code, lines } = await wenzhai(
      ['ask', '--json', '--seeds', join(ROOT, 'seeds')],
      '马翠芳管多少户？\n\r\n谁发明了电灯？',
    );
    expect(code).toBe(0);
    const answers = lines.map((line) => answerLine.parse(JSON.parse(line)));
    expect(answers.map(({ question }) => question)).toEqual(['马翠芳管多少户？', '', '谁发明了电灯？']);
    expect(answers.map(({ answered }) => answered)).toEqual([true, false, false]);
    const [best] = answers[0]?.passages ?? [];
    expect(best?.address).toBe('§2¶1');
    expect(best?.text.slice(best.highlight?.start, best.highlight?.end)).toContain('408户');
    expect(answers[2]?.missing).toContain('电灯');
  });

  it('takes a question as an argument', async () => {
    const { code, lines } = await quickly([
      'ask',
      '--json',
      '--limit',
      '2',
      '--seeds',
      join(ROOT, 'seeds'),
      '网格是什么？',
    ]);
    expect(code).toBe(0);
    expect(answerLine.parse(JSON.parse(lines.join('\n'))).passages.length).toBeLessThanOrEqual(2);
  });
});

describe('article', () => {
  it('prints a line per file, and fails where one is refused', async () => {
    const { code, lines, complaints } = await wenzhai(['article', '--json', SEED, 'empty.txt', 'nowhere.txt']);
    expect(code).toBe(1);
    const [article, empty, nowhere] = lines.map((line) => JSON.parse(line));
    expect(article).toMatchObject({ id: 'jinchang', title: '汇音聚符共奏和谐曲', script: 'hans' });
    expect(empty).toEqual({ file: 'empty.txt', error: expect.any(String) });
    expect(nowhere).toEqual({ file: 'nowhere.txt', error: expect.any(String) });
    expect(complaints).toHaveLength(2);
  });

  it('waits for no file, and says of each in its place why it is none', async () => {
    const hostile = mkdtempSync(join(tmpdir(), 'wenzhai-'));
    const server = await layHostileFiles(hostile);
    const names = Object.keys(HOSTILE);
    const files = [...names, '\u001b[2J\u202e.txt'].map((name) => join(hostile, name));
    const { code, lines, complaints } = await quickly(['article', '--json', ...files, SEED]);
    server.close();
    rmSync(hostile, { recursive: true });
    expect(code).toBe(1);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      ...names.map((name) => ({ file: join(hostile, name), error: expect.stringMatching(HOSTILE[name] ?? /never/) })),
      { file: files.at(-1), error: expect.stringContaining('does not exist') },
      expect.objectContaining({ id: 'jinchang' }),
    ]);
    expect(complaints).toHaveLength(names.length + 1);
    expect(complaints.at(-1)).toContain('␛[2J\\u{202e}.txt: the file does not exist');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(lines.join('')).not.toMatch(/[\u001b\u202e]/);
  });

  it('shows a person what was done', async () => {
    const { code, lines } = await wenzhai(['article', SEED]);
    expect(code).toBe(0);
    expect(lines.join('\n')).toContain('§2 精准治理打造特色亮点');
    expect(lines.some((line) => /gloss: \(gòu\).*×/.test(line))).toBe(true);
  });
});

describe('backup, restore and export', () => {
  it('say in a line what they did, or why they did not', async () => {
    const environment = { LIBRARY_DIR: join(folder, 'library') };
    const server = '100000000000000001';
    expect(await quickly(['backup', 'library.gz'], environment)).toEqual({
      code: 0,
      lines: ['0 rows'],
      complaints: [],
    });
    const cases: [string[], Record<string, string>, number, string][] = [
      [['backup', 'library.gz'], {}, 1, 'there is a file of that name already'],
      [['backup', 'no/such/folder'], {}, 1, 'the file cannot be written (ENOENT)'],
      [['restore', 'no-such-file'], {}, 1, 'the file cannot be read (ENOENT)'],
      [['restore', 'empty.txt'], {}, 1, 'the file is no backup that this version can read'],
      [['restore', SEED], {}, 1, 'the file is no backup that this version can read'],
      [['export', server, 'exported'], {}, 1, 'the server has no articles'],
      [
        ['backup', 'x'],
        { DATABASE_URL: 'mysql://a:secret@b/c' },
        2,
        'DATABASE_URL is no address of a PostgreSQL database (postgres://…)',
      ],
    ];
    for (const [args, more, code, complaint] of cases) {
      expect([args, await quickly(args, { ...environment, ...more })]).toEqual([
        args,
        { code, lines: [], complaints: [complaint] },
      ]);
    }
  });
});

describe('the database that is given', () => {
  /** A server of PostgreSQL that answers everybody this, a piece each time that they say something. @returns its address */
  async function refusing(answers: readonly Buffer[]): Promise<{ address: string; close(): void }> {
    const server = createServer((client) => {
      const left = [...answers];
      client.on('error', () => {}).on('data', () => client.write(left.shift() ?? ''));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    return { address: `postgres://somebody:@127.0.0.1:${port}/library`, close: () => server.close() };
  }

  const saying = (kind: string, body: string) => {
    const head = Buffer.alloc(5);
    head.write(kind);
    head.writeUInt32BE(body.length + 4, 1);
    return Buffer.concat([head, Buffer.from(body)]);
  };
  const failing = (code: string) => [saying('E', `SFATAL\0VFATAL\0C${code}\0Msecret\0\0`)];
  const asking = [saying('R', '\0\0\0\x0aSCRAM-SHA-256\0\0'), saying('R', '\0\0\0\x0br=1,s=MQ==,i=1')];
  const unencrypted = [Buffer.from('N')];
  const TLS = '?sslmode=verify-full';

  it.each([
    ['a password that is wanted', asking, '', /refuses the name, the password/],
    ['another password', failing('28P01'), '', /refuses the name, the password/],
    ['no such database', failing('3D000'), '', /refuses the name, the password/],
    ['a setting that it does not know', failing('42704'), '', /refuses the connection \(42704\)$/],
    ['no encryption', unencrypted, TLS, /over TLS/],
    ['a file that is not there', unencrypted, `${TLS}&sslrootcert=/none`, /cannot be used \(ENOENT\)$/],
  ])('ends the program with 2 and a line that names the variable: %s', async (_, answers, options, complaint) => {
    const { address, close } = await refusing(answers);
    const environment = { DATABASE_URL: address + options, LOG_LEVEL: 'fatal' };
    const before = performance.now();
    const { code, lines, complaints } = await quickly(['backup', 'refused.gz'], environment);
    close();
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(complaints).toEqual([expect.stringMatching(/^DATABASE_URL: the (address of the )?library's database /)]);
    expect(complaints[0]).toMatch(complaint);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('any mode', () => {
  it('shows no command a mistake of the operator as a stack', async () => {
    const cases: [string[], Record<string, string>, number][] = [
      [['--discord'], {}, 2],
      [['--nonsense'], {}, 2],
      [[], { HEALTH_PORT: 'eighty' }, 2],
      [['ask', '谁？'], { LOG_LEVEL: 'chatty' }, 2],
      [['ask', '--seeds', folder, '谁？'], { LOG_LEVEL: 'error' }, 1],
      [['article'], {}, 2],
    ];
    for (const [args, environment, expected] of cases) {
      const { code, lines, complaints } = await quickly(args, environment);
      expect([args, code]).toEqual([args, expected]);
      expect(lines).toEqual([]);
      expect(complaints).toHaveLength(1);
      for (const name of Object.keys(environment)) if (expected === 2) expect(complaints[0]).toContain(name);
      if (expected === 1) expect(complaints[0]).toContain('SEEDS_DIR or --seeds');
    }
  });
});
