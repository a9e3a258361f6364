import type { Article } from '../../src/article/article.ts';
import { contentHash } from '../../src/article/hash.ts';
import type { Addition, Limits } from '../../src/store/store.ts';

/** Limits that no test reaches by accident. */
export const ample: Limits = { articles: 50, bytes: 100_000_000, uploadsPerDay: 100 };

/** An article with a lead and a section, of these paragraphs. */
export function articleOf(id: string, title: string, ...paragraphs: readonly string[]): Article {
  const [lead = '今天开放。', ...others] = paragraphs;
  const sections = [
    { number: 0, heading: null, paragraphs: [lead] },
    { number: 1, heading: '工程进度', paragraphs: others },
  ];
  return {
    id,
    hash: contentHash(title, sections),
    title,
    source: '海港日报',
    editors: ['林静怡'],
    breadcrumbs: [],
    script: 'hans',
    sections,
    repairs: [{ rule: 'lost byte', at: 3, from: '\ufffd', to: '园' }],
    removed: [{ rule: 'spam', at: 90, text: '\ud800 and \0, which no database holds as they are' }],
  };
}

let uploads = 0;

/** An upload of an article, with a file whose bytes are of no text. */
export function additionOf(article: Article, others: Partial<Addition> = {}): Addition {
  uploads += 1;
  return {
    token: `upload-${uploads}`,
    file: { name: `${article.title}.html`, bytes: Buffer.from([0, 255, 92, 39, ...Buffer.from(article.title)]) },
    article,
    addedBy: '300000000000000001',
    ...others,
  };
}
