import { describe, expect, it } from 'vitest';
import { readCommandLine, UsageError } from '../src/command-line.ts';

describe('readCommandLine', () => {
  it('starts where nothing is said', () => {
    expect(readCommandLine([])).toEqual({
      kind: 'start',
      discord: false,
      page: true,
      seeds: undefined,
      locale: undefined,
    });
    expect(readCommandLine(['--discord'])).toMatchObject({ kind: 'start', discord: true });
    expect(readCommandLine(['--no-page'])).toMatchObject({ kind: 'start', page: false });
    expect(readCommandLine(['--locale', 'zh_HK'])).toMatchObject({ locale: 'zh-TW' });
  });

  it('reads a question and how to answer it', () => {
    expect(readCommandLine(['ask', '--json', '--limit', '20', '--seeds', 'x', '谁？'])).toEqual({
      kind: 'ask',
      question: '谁？',
      json: true,
      limit: 20,
      seeds: 'x',
      locale: undefined,
    });
    expect(readCommandLine(['ask'])).toMatchObject({ question: undefined, json: false, limit: 5 });
    expect(readCommandLine(['ask', '--', '--json'])).toMatchObject({ question: '--json', json: false });
  });

  it('reads the other modes', () => {
    expect(readCommandLine(['article', '--json', 'a.txt', 'b.txt'])).toEqual({
      kind: 'article',
      files: ['a.txt', 'b.txt'],
      json: true,
    });
    expect(readCommandLine(['register', '--dry-run'])).toMatchObject({ kind: 'register', dryRun: true });
    expect(readCommandLine(['invite'])).toEqual({ kind: 'invite' });
    expect(readCommandLine(['backup', 'a.gz'])).toEqual({ kind: 'backup', file: 'a.gz' });
    expect(readCommandLine(['restore', 'a.gz'])).toEqual({ kind: 'restore', file: 'a.gz', replace: false });
    expect(readCommandLine(['restore', '--replace', 'a.gz'])).toMatchObject({ replace: true });
    const server = '100000000000000001';
    expect(readCommandLine(['export', server, 'folder'])).toEqual({ kind: 'export', server, folder: 'folder' });
    expect(readCommandLine(['ask', '--help'])).toEqual({ kind: 'help' });
  });

  it.each([
    [['article'], 'FILE'],
    [['ask', 'one', 'two'], 'one question'],
    [['ask', '--limit', '0'], '--limit'],
    [['ask', '--limit', '21'], '--limit'],
    [['ask', '--limit', 'many'], '--limit'],
    [['ask', '--discord'], '--discord'],
    [['ask', '--colour'], '--colour'],
    [['ask', '--seeds'], '--seeds'],
    [['--locale', 'klingon'], '--locale'],
    [['hello'], 'hello'],
    [['backup'], 'FILE'],
    [['restore', 'a', 'b'], 'FILE'],
    [['backup', '--replace', 'a'], '--replace'],
    [['export', '100000000000000001'], 'FOLDER'],
    [['export', 'ours', 'folder'], 'SERVER'],
  ])('refuses %j and says why', (args, why) => {
    expect(() => readCommandLine(args)).toThrow(UsageError);
    expect(() => readCommandLine(args)).toThrow(why);
  });
});
