import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../src/article/article.ts';
import { articleFromJson } from '../../src/article/json.ts';

/** What people ask of an article. */
export interface EverydayQuestion {
  readonly q: string;
  readonly kind: string;
  /** Addresses of the paragraphs that answer, as in `2.3`; none where nothing does. */
  readonly gold: readonly string[];
  /** The shortest run that answers, inside one sentence of a gold paragraph. */
  readonly a: string;
}

/** An article with its questions. */
export interface QuestionSet {
  readonly article: Article;
  readonly questions: readonly EverydayQuestion[];
}

const Line = z.object({
  q: z.string(),
  kind: z.string(),
  gold: z.array(z.string()).default([]),
  a: z.string().default(''),
});

/** Reads a folder of `articles/ID.json` and `questions/ID.jsonl`. @throws Error that names what is of another format */
export function readSets(folder: string): QuestionSet[] {
  const files = readdirSync(join(folder, 'articles')).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => {
    const id = file.slice(0, -'.json'.length);
    const lines = readFileSync(join(folder, 'questions', `${id}.jsonl`), 'utf8').split('\n');
    return {
      article: articleFromJson(readFileSync(join(folder, 'articles', file)), id),
      questions: lines.filter((line) => line.trim() !== '').map((line) => Line.parse(JSON.parse(line))),
    };
  });
}
