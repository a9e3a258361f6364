import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fold } from '../../src/language/fold.ts';

/** A run of a paragraph's text that somebody marked as the answer. */
export interface GoldAnswer {
  readonly text: string;
  /** UTF-16 offset into the paragraph. */
  readonly start: number;
}

export interface GoldQuestion {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly GoldAnswer[];
}

export interface GoldParagraph {
  readonly text: string;
  readonly questions: readonly GoldQuestion[];
}

export interface GoldDocument {
  readonly set: 'drcd' | 'cmrc';
  readonly title: string;
  readonly part: Part;
  readonly paragraphs: readonly GoldParagraph[];
}

/** `train`: weights are learned from it; `dev`: choices are made on it; `test`: only measured. */
export type Part = 'train' | 'dev' | 'test';

/** The public files, by the names under which a folder holds them. */
const FILES = [
  { set: 'drcd', name: 'qa-drcd-dev.json' },
  { set: 'cmrc', name: 'qa-cmrc-trial.json' },
] as const;

/** SQuAD's format, as far as it is used here. */
const Squad = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.string(),
              question: z.string(),
              answers: z.array(z.object({ text: z.string(), answer_start: z.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

/**
 * Reads DRCD and CMRC 2018 from a folder, in the order of the files.
 * @param folder holds `qa-drcd-dev.json` and `qa-cmrc-trial.json`.
 * @throws Error that names the file which is absent or of another format.
 */
export function readDatasets(folder: string): GoldDocument[] {
  return FILES.flatMap(({ set, name }) => readSquad(join(folder, name), set));
}

function readSquad(path: string, set: GoldDocument['set']): GoldDocument[] {
  return parseSquad(path).data.map((document) => ({
    set,
    title: document.title,
    part: partOf(document.title),
    paragraphs: document.paragraphs.map((paragraph) => ({
      text: paragraph.context,
      questions: paragraph.qas.map(({ id, question, answers }) => ({
        id,
        question,
        answers: answers.map((answer) => ({ text: answer.text, start: answer.answer_start })),
      })),
    })),
  }));
}

function parseSquad(path: string): z.infer<typeof Squad> {
  try {
    return Squad.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path}: expected a question-answering set in SQuAD's format`, { cause });
  }
}

/** Hundredths of the titles that go to the training part, and up to which hundredth the development part reaches. */
const TRAIN_BELOW = 60;
const DEV_BELOW = 75;

/** The part a document belongs to: by its title alone, so that one subject never stands on both sides. */
export function partOf(title: string): Part {
  const hundredth = fnv1a(fold(title)) % 100;
  if (hundredth < TRAIN_BELOW) return 'train';
  return hundredth < DEV_BELOW ? 'dev' : 'test';
}

/** FNV-1a, 32 bits, over UTF-16 units (Fowler, Noll, Vo: draft-eastlake-fnv). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
