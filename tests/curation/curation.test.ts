import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { doubtsAbout } from '../../src/curation/doubts.ts';
import { createDrafts } from '../../src/curation/drafts.ts';
import { editBlocks, editPages } from '../../src/curation/edits.ts';
import { groupQuestions } from '../../src/curation/likeness.ts';
import { mayAdd } from '../../src/curation/moderator.ts';
import { articlesNamed } from '../../src/curation/naming.ts';
import { createStandings } from '../../src/curation/standing.ts';
import { createLibrary } from '../../src/library/open.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';
import type { KeptQuestion, Store } from '../../src/store/store.ts';
import { GRID } from '../discord/stand-in/articles.ts';
import { engineHere } from '../discord/stand-in/engine-here.ts';

const WHO = { server: '1', user: '2' };

function candidate(bytes: number) {
  return { article: GRID, file: { name: 'a.txt', bytes: new Uint8Array(bytes) } };
}

describe('drafts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are theirs alone who uploaded them, where they did', () => {
    const drafts = createDrafts();
    const draft = drafts.keep({ ...WHO, candidates: [candidate(10)], refused: [] });
    expect(drafts.of(draft?.id ?? '', WHO)).toBe(draft);
    expect(drafts.of(draft?.id ?? '', { ...WHO, user: '3' })).toBeUndefined();
    expect(drafts.of(draft?.id ?? '', { ...WHO, server: '3' })).toBeUndefined();
  });

  it('are kept for a while, under a budget, three of a person', () => {
    const drafts = createDrafts({ keptMs: 1_000, mostBytes: 200_000 });
    const keep = (bytes: number, user = '2') =>
      drafts.keep({ server: '1', user, candidates: [candidate(bytes)], refused: [] });
    const ids = [1, 2, 3, 4].map(() => keep(100)?.id ?? '');
    expect(ids.map((id) => drafts.of(id, WHO) !== undefined)).toEqual([false, true, true, true]);
    expect(keep(300_000)).toBeUndefined();
    keep(150_000, '5');
    expect(drafts.bytes).toBeLessThanOrEqual(200_000);
    keep(150_000, '6');
    expect(drafts.bytes).toBeLessThanOrEqual(200_000);
    expect(ids.some((id) => drafts.of(id, WHO) !== undefined)).toBe(false);
    vi.advanceTimersByTime(1_001);
    expect(drafts.bytes).toBe(0);
  });

  it('of a server that fills the room give way before those of others', () => {
    const drafts = createDrafts({ mostBytes: 200_000 });
    const keep = (server: string, user: string, bytes: number) =>
      drafts.keep({ server, user, candidates: [candidate(bytes)], refused: [] })?.id ?? '';
    const patient = keep('1', '2', 10_000);
    const greedy = ['3', '4', '5', '6', '7'].map((user) => ({ user, id: keep('9', user, 60_000) }));
    expect(drafts.bytes).toBeLessThanOrEqual(200_000);
    expect(drafts.of(patient, WHO)).toBeDefined();
    const isThere = greedy.map(({ user, id }) => drafts.of(id, { server: '9', user }) !== undefined);
    expect(isThere.at(-1)).toBe(true);
    expect(isThere[0]).toBe(false);
  });
});

describe('what looks doubtful', () => {
  const sound: Article = {
    ...GRID,
    sections: [{ number: 0, heading: null, paragraphs: ['网格员每天走街串巷，把居民的事记在本子上。'.repeat(20)] }],
  };
  const kinds = (article: Article) => doubtsAbout(article).map(({ kind }) => kind);

  it('is nothing of an article as articles are', () => {
    expect(kinds(sound)).toEqual([]);
  });

  it('is what is missing, short, unreadable, damaged, guessed', () => {
    const { publishedAt: _, source: __, ...bare } = sound;
    expect(kinds(bare)).toEqual(['no date', 'no source']);
    expect(kinds({ ...sound, sections: [{ number: 0, heading: null, paragraphs: ['很短\ufffd。'] }] })).toEqual([
      'unreadable',
      'short',
    ]);
    expect(kinds({ ...sound, title: '网格员每天走街串巷' })).toEqual(['title may be wrong']);
    expect(kinds({ ...sound, title: '' })).toEqual(['no title']);
    expect(kinds({ ...sound, repairs: [{ rule: 'too-much-damage', at: 0, from: '', to: '' }] })).toEqual([
      'much damage',
    ]);
    const text = sound.sections[0]?.paragraphs.join('') ?? '';
    expect(kinds({ ...sound, removed: [{ rule: 'navigation', at: 0, text: text.repeat(4) }] })).toEqual([
      'much removed',
    ]);
  });
});

describe('the list of edits', () => {
  it('has every repair and removal, equal ones in one line', () => {
    const repairs = Array.from({ length: 30 }, (_, at) => ({ rule: 'gloss', at, from: `字${at % 15}`, to: '' }));
    const removed = [{ rule: 'navigation', at: 3, text: '首页\n新闻' }];
    const article = { ...GRID, repairs, removed };
    expect(editPages(article)).toBe(2);
    const many = Array.from({ length: 20_000 }, (_, at) => ({ rule: 'gloss', at, from: `字${at}`, to: '' }));
    // The place of an article in its upload travels in front of three digits for the page.
    expect(editPages({ ...GRID, repairs: many })).toBe(1_000);
    const all = [0, 1].map((page) => JSON.stringify(editBlocks(article, page, 'en'))).join('');
    for (let at = 0; at < 15; at += 1) expect(all).toContain(`字${at} → ∅ ×2`);
    expect(all).toContain('首页 新闻');
  });
});

describe('questions', () => {
  const engine = engineHere(() => createLibrary([]));
  const question = (id: number, text: string): KeptQuestion => ({
    id,
    question: text,
    because: 'not answered',
    askedAt: new Date(),
  });

  it('are grouped by their wording, in either script, the most asked first', async () => {
    const groups = await groupQuestions(engine, [
      question(5, '地铁什么时候开通？'),
      question(4, '新区的图书馆几点关门'),
      question(3, '新區的圖書館幾點關門？'),
      question(2, '请问新区的图书馆几点关门？'),
      question(1, '市长是谁'),
    ]);
    expect(groups.map(({ questions }) => questions.map(({ id }) => id))).toEqual([[4, 3, 2], [5], [1]]);
  });

  it('are grouped in time, however many and however alike', async () => {
    const many = Array.from({ length: 2_000 }, (_, id) =>
      question(id, `${'网格'.repeat(90)}${id}${'赵敏'.repeat(80)}`),
    );
    const before = performance.now();
    expect((await groupQuestions(engine, many)).length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('an article', () => {
  const titled = (id: string, title: string) => ({ id, title, addedAt: new Date() });
  const shelf = [titled('grid', '小网格托起大民生'), titled('port', '老港口的新生意'), titled('port-2', '老港口')];

  it.each([
    ['grid', ['grid']],
    ['GRID', ['grid']],
    ['《小网格托起大民生》', ['grid']],
    ['小網格', ['grid']],
    ['老港口', ['port-2']],
    ['port', ['port']],
    ['port-2 老港口', ['port-2']],
    ['老港口的…', ['port']],
    ['港口', ['port', 'port-2']],
    ['没有的', []],
    ['', []],
  ])('is named by %s: %s', async (typed, ids) => {
    const named = await articlesNamed({ engine: engineHere(() => createLibrary([])) }, shelf, typed);
    expect(named.map(({ id }) => id)).toEqual(ids);
  });
});

describe('the right to add', () => {
  const settings = { ...DEFAULT_SETTINGS, addingRoles: ['7'] };
  const member = { server: '1', user: '2', locale: 'en', manages: false, roles: ['8'], channel: '3' } as const;

  it('is theirs who manage the server, and theirs who have a role that may', () => {
    expect(mayAdd(member, settings)).toBe(false);
    expect(mayAdd({ ...member, manages: true }, settings)).toBe(true);
    expect(mayAdd({ ...member, roles: ['8', '7'] }, settings)).toBe(true);
  });

  it('is everybody’s where the role of all may, which has the server’s id', () => {
    expect(mayAdd(member, { ...settings, addingRoles: ['1'] })).toBe(true);
  });
});

describe('what is known of a server', () => {
  it('is read once, again after a change, and from memory where the store is away', async () => {
    let isAway = false;
    let reads = 0;
    let tell: (server: string) => void = () => {};
    const settings = {
      addingRoles: [],
      mentions: 'nowhere',
      mentionChannels: [],
      keepsUnanswered: false,
      operatorsArticles: true,
    };
    const store = {
      settings: async () => {
        reads += 1;
        if (isAway) throw new Error('away');
        return settings;
      },
      bindings: async () => new Map(),
      onChange(listener: (server: string) => void) {
        tell = listener;
        return () => {};
      },
    } as unknown as Store;
    const standings = createStandings(store);
    await Promise.all([standings.of('1'), standings.of('1'), standings.soon('1')]);
    expect(reads).toBe(1);
    isAway = true;
    tell('1');
    await expect(standings.of('1')).rejects.toThrow('away');
    expect((await standings.soon('1'))?.settings.mentions).toBe('nowhere');
    expect(await standings.soon('2')).toBeUndefined();
  });
});
