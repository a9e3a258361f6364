import type { Engine } from './engine.ts';

/**
 * The engines by the names the command line knows, in the order of the tables. Each is loaded
 * only when it is measured, so that none stands in another's memory.
 */
const ENGINES = {
  wenzhai: async () => (await import('./wenzhai.ts')).wenzhai,
  minisearch: async () => (await import('./minisearch.ts')).miniSearch,
  'minisearch-jieba': async () => (await import('./minisearch-jieba.ts')).miniSearchJieba,
  lunr: async () => (await import('./lunr.ts')).lunrChinese,
  flexsearch: async () => (await import('./flexsearch.ts')).flexSearch,
  orama: async () => (await import('./orama.ts')).orama,
  fts5: async () => (await import('./fts5.ts')).fts5,
  bm25: async () => (await import('./bm25.ts')).bm25,
} satisfies Record<string, () => Promise<Engine>>;

export type EngineId = keyof typeof ENGINES;

export const ENGINE_IDS = Object.keys(ENGINES).filter(isEngineId);

export function isEngineId(name: string): name is EngineId {
  return Object.hasOwn(ENGINES, name);
}

export function loadEngine(id: EngineId): Promise<Engine> {
  return ENGINES[id]();
}
