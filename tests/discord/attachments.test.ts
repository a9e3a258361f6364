import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ATTACHMENT_ORIGINS, offeredFiles } from '../../src/discord/attachments.ts';

let server: Server;
let origin: string;
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    switch (request.url) {
      case '/whole':
        return void response.writeHead(200).end('文章');
      case '/lies':
        return void response.writeHead(200, { 'content-length': '6' }).end('文章');
      case '/packed':
        return void response.writeHead(200, { 'content-encoding': 'gzip' }).end('文章');
      case '/redirect':
        return void response.writeHead(302, { location: '/whole' }).end();
      case '/broken':
        response.writeHead(200, { 'content-length': '600' });
        return void response.write('文', () => response.destroy());
      case '/silent':
        return;
      default:
        response.writeHead(200);
        response.write('文');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function open(url: string, { most = 100, origins = [origin], ms = 400 } = {}): Promise<string> {
  const [file] = offeredFiles([{ filename: 'a.txt', url }], new Set(origins), ms);
  return file === undefined
    ? Promise.reject(new Error('nothing offered'))
    : file.open(most).then((bytes) => Buffer.from(bytes).toString());
}

test('a file is fetched as it is; nothing is unpacked', async () => {
  expect(await open(`${origin}/whole`)).toBe('文章');
  expect(await open(`${origin}/packed`)).toBe('文章');
});

test.each([
  ['/redirect', 'not there'],
  ['/broken', 'not there'],
  ['/silent', 'too slow'],
  ['/never-ends', 'too slow'],
])('%s: %s', async (path, why) => {
  await expect(open(`${origin}${path}`)).rejects.toMatchObject({ name: 'NotFetched', why });
});

test('no more is read than may be, whatever was said of the length', async () => {
  await expect(open(`${origin}/whole`, { most: 5 })).rejects.toMatchObject({ why: 'too large' });
  expect(await open(`${origin}/lies`, { most: 6 })).toBe('文章');
});

test.each([
  'http://cdn.discordapp.com/attachments/1/2/a.txt',
  'https://cdn.discordapp.com.example.com/a.txt',
  'https://cdn.discordapp.com@127.0.0.1/a.txt',
  'https://user:secret@cdn.discordapp.com/a.txt',
  'https://cdn.discordapp.com:8443/a.txt',
  'https://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'no address',
])('nothing is fetched from elsewhere: %s', async (url) => {
  await expect(open(url, { origins: [...ATTACHMENT_ORIGINS] })).rejects.toMatchObject({ why: 'not there' });
});

test('by itself the bot fetches from Discord’s places alone, this machine not among them', async () => {
  asked = [];
  await expect(open(`${origin}/whole`, { origins: [...ATTACHMENT_ORIGINS] })).rejects.toMatchObject({
    why: 'not there',
  });
  expect(asked).toEqual([]);
  expect(ATTACHMENT_ORIGINS.every((place) => place.startsWith('https://'))).toBe(true);
});

test('a file is named as it was before Discord took letters out of its name; ten are taken at most', () => {
  const many = Array.from({ length: 12 }, () => ({ filename: '__.docx', title: '河西 日报', url: `${origin}/whole` }));
  const files = offeredFiles(many, new Set([origin]));
  expect(files).toHaveLength(10);
  expect(files[0]?.name).toBe('河西 日报.docx');
});
