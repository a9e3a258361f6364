import swc from '@swc/core';
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser';
import { expect, test } from 'vitest';

/** The rooms of the house, lowest first, and which others each may know. Imports go down only. */
const KNOWS: Readonly<Record<string, string>> = {
  language: '',
  article: 'language',
  files: 'language|article',
  passages: 'language|article',
  network: 'language',
  question: 'language|article',
  retrieval: 'language|article|passages|network|question',
  picture: 'language|article',
  verbatim: 'language|article|passages',
  summary: 'language|article',
  glance: 'language|article',
  reader: 'language|passages|network|retrieval',
  selection: 'language|article|passages|question|retrieval|reader',
  answer: 'language|article|passages|question|retrieval|reader|selection|summary|glance',
  conversation: 'language|article|passages|question|answer|glance',
  library: 'article|passages|files|network|retrieval|answer|summary',
  store: 'article',
  chat: 'language|article|passages|picture|question|answer|conversation|verbatim|glance|library',
  engine: 'language|article|passages|picture|network|retrieval|answer|conversation|verbatim|summary|library|chat',
  curation: 'article|library|store|chat|engine',
  discord: 'picture|store|chat|engine|curation',
  console: 'language|article|answer|library|chat|engine|curation',
  web: 'article|library|chat|engine|discord',
};

/** Who alone may import a package. */
const OWNS: Readonly<Record<string, string>> = {
  language: 'nodejieba|opencc-js|pinyin-pro',
  files: 'parse5|linkedom|@mozilla/readability|marked|mammoth|fflate|unpdf',
  network: 'onnxruntime-[^/]+|@huggingface/[^/]+',
  retrieval: 'minisearch',
  store: 'kysely|pg|@electric-sql/[^/]+',
  picture: '@napi-rs/canvas[^/]*|linebreak|@chinese-fonts/[^/]+|@fontsource-variable/[^/]+',
  discord: 'discord\\.js|@discordjs/[^/]+|discord-api-types',
  console: 'string-width',
  web: 'hono|@hono/[^/]+|preact',
};

/** Files beside the rooms are for all of them, but for those that put the program together. */
const SHARED = '^src/(highest|json-line|log|once-for|recently|regular-file|steps|without-secrets)\\.ts$';
/** Rooms whose folders know each other one way only, too. */
const LAYERED =
  '^src/(language|article|passages|files|network|question|retrieval|verbatim|summary|glance|picture|reader|selection|answer|conversation|library|store)/';

const RULES: IForbiddenRuleType[] = [
  { name: 'no cycles', from: {}, to: { circular: true } },
  ...Object.entries(KNOWS).map(([room, known]) => ({
    name: `what ${room} knows`,
    from: { path: `^src/${room}/` },
    to: { path: '^(src|commands)/', pathNot: `^src/(${room}${known === '' ? '' : '|'}${known})/|${SHARED}` },
  })),
  {
    name: 'what commands know',
    from: { path: '^commands/' },
    to: {
      path: '^src/',
      pathNot: '^src/(article|passages|conversation|verbatim|glance|chat)/',
    },
  },
  ...Object.entries(OWNS).map(([room, packages]) => ({
    name: `packages of ${room}`,
    from: { pathNot: `^src/${room}/` },
    to: { path: `(^|/)node_modules/(${packages})/|^(${packages})$` },
  })),
];

// The cruiser asks its parser for TypeScript alone, and the page's files have JSX in them.
const { parseFileSync } = swc;
swc.parseFileSync = ((path: string, options: object) =>
  parseFileSync(path, { ...options, syntax: 'typescript', tsx: path.endsWith('.tsx') })) as typeof parseFileSync;

/** What breaks the rules. */
async function violations(
  forbidden: IForbiddenRuleType[],
  includeOnly = '^(src|commands)/|node_modules',
): Promise<string[]> {
  const { output } = await cruise(['src', 'commands'], {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    includeOnly,
    validate: true,
    ruleSet: { forbidden },
  });
  if (typeof output === 'string') throw new Error(output);
  expect(output.summary.totalCruised).toBeGreaterThan(100);
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

test('rooms know only what is below them', async () => {
  expect(await violations(RULES)).toEqual([]);
});

test('folders know each other one way only', async () => {
  const rule = { name: 'no cycles', scope: 'folder', from: {}, to: { circular: true } } as const;
  expect(await violations([rule], LAYERED)).toEqual([]);
});
