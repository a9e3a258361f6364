import { percent, table } from '../markdown.ts';
import { percentile } from '../percentile.ts';
import type { Pool } from '../pool.ts';
import { progress } from '../progress.ts';
import { share } from '../share.ts';
import { measureRefusals, type Outcomes } from './refusals.ts';

const KINDS: readonly { readonly key: keyof Outcomes; readonly asked: string; readonly answerable: boolean }[] = [
  { key: 'own', asked: 'each document alone, its own questions', answerable: true },
  { key: 'foreign', asked: 'each document alone, questions about others', answerable: false },
  { key: 'ownParagraph', asked: 'each paragraph alone, its own questions', answerable: true },
  { key: 'foreignParagraph', asked: 'each paragraph alone, questions about other documents', answerable: false },
  { key: 'pool', asked: 'the whole pool', answerable: true },
  { key: 'leftOut', asked: 'the whole pool, the question’s own document left out', answerable: false },
  { key: 'withoutAnswer', asked: 'the document alone, the answering sentences taken out', answerable: false },
  {
    key: 'exchanged',
    asked: 'the document alone, a name or number of the question exchanged',
    answerable: false,
  },
];

/** Refusing how many of a document's own questions the curve shows, in per cent. */
const POINTS = [0.5, 1, 2, 3, 5, 10];

/** How often Wenzhai refuses, as it ships and along the threshold on the first passage's score. */
export function refusalTables(pool: Pool): string {
  progress('Wenzhai’s refusals');
  const outcomes = measureRefusals(pool);
  return [
    '### Refusals, as it ships\n',
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
    'Everything below a score is refused; the score is chosen so that the first column comes out.\n',
    table(
      [
        'own questions refused',
        'questions about others',
        'whole pool',
        'own document left out',
        'answer taken out',
        'fact exchanged',
      ],
      POINTS.map((point) => curveRow(outcomes, point)),
    ),
  ].join('\n');
}

function curveRow(outcomes: Outcomes, point: number): string[] {
  const threshold = percentile(
    outcomes.own.map(({ score }) => score),
    point,
  );
  const columns = [
    outcomes.own,
    outcomes.foreign,
    outcomes.pool,
    outcomes.leftOut,
    outcomes.withoutAnswer,
    outcomes.exchanged,
  ];
  return columns.map((column) => percent(share(column, ({ score }) => score < threshold)));
}
