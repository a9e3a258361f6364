import { percent, table } from '../markdown.ts';
import type { Pool } from '../pool.ts';
import { progress } from '../progress.ts';
import { share } from '../share.ts';
import { measureRefusals, type Outcomes } from './refusals.ts';

interface Kind {
  readonly key: keyof Outcomes;
  readonly asked: string;
  /** The same, short enough to head a column. */
  readonly column: string;
  readonly answerable: boolean;
}

const KINDS: readonly Kind[] = [
  { key: 'own', asked: 'each document alone, its own questions', column: 'document, own', answerable: true },
  {
    key: 'foreign',
    asked: 'each document alone, questions about others',
    column: 'document, others’',
    answerable: false,
  },
  { key: 'ownParagraph', asked: 'each paragraph alone, its own questions', column: 'paragraph, own', answerable: true },
  {
    key: 'foreignParagraph',
    asked: 'each paragraph alone, questions about other documents',
    column: 'paragraph, others’',
    answerable: false,
  },
  { key: 'pool', asked: 'the whole pool', column: 'pool', answerable: true },
  {
    key: 'leftOut',
    asked: 'the whole pool, the question’s own document left out',
    column: 'own left out',
    answerable: false,
  },
  {
    key: 'withoutAnswer',
    asked: 'the document alone, the answering sentences taken out',
    column: 'answer taken out',
    answerable: false,
  },
  {
    key: 'exchanged',
    asked: 'the document alone, a name or number of the question exchanged',
    column: 'fact exchanged',
    answerable: false,
  },
];

/** Of the confidence; 0.5 is the one that ships. */
const THRESHOLDS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** How often Wenzhai refuses, as it ships and along the threshold. */
export async function refusalTables(pool: Pool): Promise<string> {
  progress('Wenzhai’s refusals');
  const outcomes = await measureRefusals(pool);
  return [
    '### Refusals\n',
    table(
      ['asked', 'questions', 'has the answer', 'refused'],
      KINDS.map(({ key, asked, answerable }) => [
        asked,
        String(outcomes[key].length),
        answerable ? 'yes' : 'no',
        percent(share(outcomes[key], ({ answered }) => !answered)),
      ]),
    ),
    '\n### Refusals along the threshold\n',
    'The threshold is on the confidence that the best passage answers; 0.5 is what ships.\n',
    table(
      ['threshold', ...KINDS.map(({ column }) => column)],
      THRESHOLDS.map((threshold) => [
        threshold.toFixed(2),
        ...KINDS.map(({ key }) => percent(share(outcomes[key], ({ confidence }) => confidence <= threshold))),
      ]),
    ),
  ].join('\n');
}
