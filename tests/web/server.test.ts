import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/chat/locale.ts';
import { LIBRARY } from '../../src/curation/command.ts';
import { TookTooLong } from '../../src/engine/engine.ts';
import { type Served, servePage } from './served.ts';

const WHERE = { channel: 'tab', locale: 'zh-CN' };
const ASSETS = ['/', '/page.js', '/page.css', '/api/articles'];

let page: Served;
beforeAll(async () => {
  page = await servePage();
});
afterAll(() => page.close());

describe('who is let in', () => {
  it('listens on this machine alone, and the link has a long key', () => {
    expect(page.link.hostname).toBe('127.0.0.1');
    expect(page.link.searchParams.get('key')).toMatch(/^[\w-]{43}$/);
  });

  it('gives a cookie for the key, which no script can read and no other page sends', async () => {
    const { status, headers, text } = await page.ask('GET', page.link.pathname + page.link.search, { admitted: false });
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']?.[0]).toMatch(/^wenzhai-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(text).toBe('');
  });

  it.each(ASSETS)('shows %s to nobody without a session', async (path) => {
    for (const cookie of [undefined, 'wenzhai-1=x', page.cookie.slice(0, -1), `${page.cookie}x`]) {
      const got = await page.ask('GET', path, { admitted: false, headers: cookie === undefined ? {} : { cookie } });
      expect(got.status).toBe(401);
      expect(got.headers['set-cookie']).toBeUndefined();
    }
    expect((await page.ask('GET', path)).status).toBe(200);
  });

  it.each(['', 'x', 'A'.repeat(43), '%00', 'é'])('opens nothing for the key %j', async (key) => {
    const got = await page.ask('GET', `/?key=${encodeURIComponent(key)}`, { admitted: false });
    expect(got.status).toBe(401);
    expect(got.headers['set-cookie']).toBeUndefined();
  });

  it('says in the browser’s language how to come in', async () => {
    const told = await Promise.all(
      ['zh-CN,en', 'zh-HK', 'fr-FR,fr;q=0.9', ''].map((language) =>
        page.ask('GET', '/', { admitted: false, headers: { 'accept-language': language } }),
      ),
    );
    expect(told.map(({ text }) => /lang="([^"]+)"/.exec(text)?.[1])).toEqual(['zh-CN', 'zh-TW', 'en', 'en']);
    expect(told[0]?.text).toContain('终端');
  });

  it('answers to its own name alone: another may have been made to lead here', async () => {
    const port = page.link.port;
    for (const host of [`evil.example:${port}`, `127.0.0.1.evil.example:${port}`, '127.0.0.1', `0.0.0.0:${port}`]) {
      expect((await page.ask('GET', '/', { headers: { host } })).status).toBe(421);
    }
    expect((await page.ask('GET', '/', { headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  it('takes nothing that another page sends', async () => {
    const body = JSON.stringify({ ...WHERE, text: '' });
    const json = { 'content-type': 'application/json' };
    const asked = (headers: Record<string, string>) => page.ask('POST', '/api/say', { headers, body });
    expect((await asked({ ...json, origin: 'https://evil.example' })).status).toBe(403);
    expect((await asked({ ...json, origin: 'null' })).status).toBe(403);
    expect((await asked({ ...json, origin: `http://127.0.0.1:${Number(page.link.port) + 1}` })).status).toBe(403);
    expect((await asked({ ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await asked({ ...json, 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await asked({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await asked({ ...json, origin: page.link.origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

describe('what every answer says of itself', () => {
  it.each([...ASSETS, '/nothing'])('%s is not kept, framed, guessed at or loaded from elsewhere', async (path) => {
    for (const admitted of [true, false]) {
      const { headers } = await page.ask('GET', path, { admitted });
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|http|\*/);
    }
  });
});

describe('what it is asked', () => {
  const MADE_UP: [string, unknown][] = [
    ['/api/say', undefined],
    ['/api/say', []],
    ['/api/say', { ...WHERE }],
    ['/api/say', { ...WHERE, text: 1 }],
    ['/api/say', { ...WHERE, text: '字'.repeat(4_001) }],
    ['/api/say', { ...WHERE, text: '', more: true }],
    ['/api/say', { ...WHERE, locale: 'fr', text: '' }],
    ['/api/say', { ...WHERE, channel: '../x', text: '' }],
    ['/api/use', { ...WHERE, customId: 'x', values: [], flags: -1 }],
    ['/api/use', { ...WHERE, customId: 'x'.repeat(101), values: [], flags: 0 }],
    ['/api/use', { ...WHERE, customId: 'x', values: Array(26).fill('x'), flags: 0 }],
    ['/api/check', { ...WHERE, text: '' }],
    ['/api/show', { id: '' }],
    ['/api/show', { id: 'jinchang', seeds: '/etc' }],
  ];

  it.each(MADE_UP)('%s refuses %j', async (path, body) => {
    const { status, text } = await page.post(path, body);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toEqual({ error: 'bad-request' });
  });

  it.each(['{', '{"__proto__":{"text":""}}', '\u0000', `${'['.repeat(30_000)}`, '"\\ud800"'])(
    'is not put out by a body that is not what it says (%#)',
    async (body) => {
      const got = await page.ask('POST', '/api/say', { headers: { 'content-type': 'application/json' }, body });
      expect(got.status).toBe(400);
    },
  );

  it('takes no more than a message or a file may be', async () => {
    const long = await page.post('/api/say', { ...WHERE, text: '', padding: 'x'.repeat(70_000) });
    expect([long.status, JSON.parse(long.text)]).toEqual([413, { error: 'too-large' }]);
    const { status } = await page.ask('POST', '/api/lay-down?name=a.txt', { body: new Uint8Array(17 * 1024 * 1024) });
    expect(status).toBe(413);
    const chunked = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };
    const streamed = await page.ask('POST', '/api/say', { headers: chunked, body: 'x'.repeat(70_000) });
    expect(streamed.status).toBe(413);
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
    '/page.js/../../main.js',
    '/page.js%00.css',
    '/main.js',
  ])('has nothing at %s', async (path) => {
    const { status, text } = await page.ask('GET', path);
    expect(status).toBe(404);
    expect(JSON.parse(text)).toEqual({ error: 'not-found' });
  });

  it.each(['../package', '/etc/passwd', '..', 'jinchang.txt', 'nobody'])('shows no article %s', async (id) => {
    expect((await page.post('/api/show', { id })).status).toBe(404);
  });

  it('lays nothing down under a name that leads elsewhere', async () => {
    const text = '江城大桥今日通车\n\n2024年3月2日，江城大桥正式通车。大桥全长一千二百米，连接两岸的新区与老城。';
    const got = await page.ask('POST', `/api/lay-down?name=${encodeURIComponent('../../x/大桥.txt')}`, { body: text });
    expect(got.status).toBe(200);
    const [shown] = JSON.parse(got.text).articles;
    expect(shown).toMatchObject({ original: text, article: { id: '大桥', title: '江城大桥今日通车' } });
    expect((await page.ask('POST', '/api/lay-down', { body: text })).status).toBe(400);
    const none = await page.ask('POST', '/api/lay-down?name=a.txt', { body: 'hello' });
    expect([none.status, JSON.parse(none.text).error]).toEqual([422, 'no-article']);
  });

  it('shows what one person has laid down to nobody else', async () => {
    const text = '江城大桥今日通车\n\n2024年3月2日，江城大桥正式通车。大桥全长一千二百米，连接两岸的新区与老城。';
    const got = await page.ask('POST', '/api/lay-down?name=a.txt', { body: text });
    const [{ shelf }] = JSON.parse(got.text).articles;
    expect((await page.post('/api/show', { shelf, id: 'a' })).status).toBe(200);
    const opened = await page.ask('GET', page.link.pathname + page.link.search, { admitted: false });
    const cookie = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const other = { cookie, 'content-type': 'application/json' };
    for (const [path, body] of [
      ['/api/show', { shelf, id: 'a' }],
      ['/api/say', { ...WHERE, shelf, text: '大桥多长？' }],
    ] as const) {
      const asked = await page.ask('POST', path, { headers: other, admitted: false, body: JSON.stringify(body) });
      expect(asked.status).toBe(404);
    }
    const { articles } = JSON.parse((await page.ask('GET', '/api/articles', { headers: { cookie } })).text);
    expect(articles).toEqual([{ id: 'jinchang', title: '汇音聚符共奏和谐曲' }]);
  });

  it('goes on after what is no HTTP, and after somebody who leaves', async () => {
    for (const written of [
      '\u0016\u0003\u0001',
      'GET / HTTP/1.1\r\n\r\n',
      'POST /api/say HTTP/1.1\r\nContent-Length: 9\r\n',
    ]) {
      const socket = connect(Number(page.link.port), '127.0.0.1');
      socket.on('error', () => {});
      await new Promise<void>((resolve) => socket.write(written, () => resolve()));
      socket.destroy();
    }
    expect((await page.ask('GET', '/api/articles')).status).toBe(200);
  });
});

describe('what goes wrong', () => {
  it('says a bug’s id, which stands in the log, too, and nothing of the bug', async () => {
    const logged: Record<string, unknown>[] = [];
    const log = { error: (_: string, fields: Record<string, unknown>) => logged.push(fields) };
    const engine = {
      commands: [],
      holdings: { articles: [], passages: 0 },
      call: () => Promise.reject(new Error('secret')),
    };
    const broken = await servePage({ engine, log: log as never });
    const { status, text } = await broken.post('/api/say', { ...WHERE, text: '网格是什么？' });
    broken.close();
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toEqual({ error: 'failed', id: logged[0]?.errorId });
  });

  it('says that an answer takes too long, as the bot does', async () => {
    const engine = {
      commands: [],
      holdings: { articles: [], passages: 0 },
      call: () => Promise.reject(new TookTooLong()),
    };
    const slow = await servePage({ engine });
    const { status, text } = await slow.post('/api/say', { ...WHERE, text: '网格是什么？' });
    slow.close();
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ kind: 'answer', message: { files: [] } });
  });

  it('lets only so many in at a time', async () => {
    const waiting: (() => void)[] = [];
    const engine = {
      commands: [],
      holdings: { articles: [], passages: 0 },
      call: () => new Promise<never>((_, reject) => waiting.push(() => reject(new TookTooLong()))),
    };
    const crowded = await servePage({ engine });
    const asked = Array.from({ length: 9 }, () => crowded.post('/api/say', { ...WHERE, text: '网格是什么？' }));
    expect((await Promise.race(asked)).status).toBe(503);
    for (const answer of waiting) answer();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    crowded.close();
    expect(statuses.filter((status) => status === 200)).toHaveLength(8);
  });
});

describe('what the bot says', () => {
  it('offers questions to whoever says nothing, and a button asks one', async () => {
    const { message } = JSON.parse((await page.post('/api/say', { ...WHERE, text: '' })).text);
    const buttons = JSON.stringify(message.body).match(/"custom_id":"(1:ask:[^"]+)"/g) ?? [];
    expect(buttons.length).toBeGreaterThanOrEqual(3);
    const customId = JSON.parse(`{${buttons[0]}}`).custom_id;
    const { kind, message: answer } = JSON.parse(
      (await page.post('/api/use', { ...WHERE, customId, values: [], flags: message.body.flags })).text,
    );
    expect(kind).toBe('answer');
    expect(JSON.stringify(answer.body)).toMatch(/§\d¶\d/);
  });

  it('moves a card in its place, deletes it, and carries out what is typed', async () => {
    const { kind, message } = JSON.parse((await page.post('/api/say', { ...WHERE, text: '/quote 2.1' })).text);
    expect(kind).toBe('answer');
    const ids = [...JSON.stringify(message.body).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id = '']) => id);
    const outcome = async (action: string) => {
      const customId = ids.find((id) => id.startsWith(`1:${action}:`));
      const got = await page.post('/api/use', { ...WHERE, customId, values: [], flags: message.body.flags });
      return JSON.parse(got.text).kind;
    };
    expect(await outcome('section')).toBe('update');
    expect(await outcome('delete')).toBe('delete');
  });

  it.each(LOCALES)('tells in %s whoever types the command of moderators where that is', async (locale) => {
    for (const typed of [`/${LIBRARY.name} add`, `／${LIBRARY.name}`]) {
      const { text } = await page.post('/api/say', { ...WHERE, locale, text: typed });
      expect(text).toContain('Discord');
      expect(text).not.toMatch(/§\d¶\d/);
    }
  });

  it('goes on from what was answered in the same tab', async () => {
    const told = async (channel: string, text: string) =>
      (await page.post('/api/say', { ...WHERE, channel, text })).text;
    expect(await told('one', '马翠芳是谁？')).toContain('网格员');
    expect(await told('one', '她管多少户？')).toContain('408');
    expect(await told('other', '她管多少户？')).not.toContain('**408');
  });

  it('checks somebody’s words as the message’s menu does', async () => {
    const { text } = await page.post('/api/check', { ...WHERE, text: '马翠芳管了508户' });
    expect(JSON.parse(text)).toMatchObject({ kind: 'answer' });
    expect(text).toContain('408');
  });

  it('shows an article of the operator’s with what its file said', async () => {
    const { article, original } = JSON.parse((await page.post('/api/show', { id: 'jinchang' })).text);
    for (const { at, from } of article.repairs) expect(original.startsWith(from, at)).toBe(true);
    for (const { at, text } of article.removed) expect(original.startsWith(text, at)).toBe(true);
  });
});
