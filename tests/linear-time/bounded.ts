import { MAX_FURNITURE_LENGTH } from '../../src/article/furniture.ts';
import { MAX_CHARACTERS } from '../../src/question/question.ts';
import { LONGEST_PIECE } from '../../src/retrieval/passages/pieces.ts';

/** An expression that is quadratic, or that the checker cannot judge, and why that does no harm. */
interface Bounded {
  readonly file: string;
  /** What of the expression tells it from the others of its file. */
  readonly has: string;
  /** How long the texts are that it looks at, in UTF-16 units, and what makes sure of that. */
  readonly limit: number;
  readonly by: string;
  /** Where the checker is wrong: its own attack, which `tests/linear-time/expressions.test.ts` shows to be linear. */
  readonly attack?: { readonly prefix: string; readonly pump: string; readonly suffix: string };
}

/** The checker guesses from the work on one attack; a number is read again from each of its groups, five at most. */
const PIECE = { limit: LONGEST_PIECE, by: 'piecesOf, as which passages are read for their runs' };
const QUANTITIES = 'src/retrieval/sentence/runs/quantities.ts';

const QUESTION = { limit: MAX_CHARACTERS, by: 'readQuestion cuts a question' };

const FURNITURE = { limit: MAX_FURNITURE_LENGTH, by: 'a longer line is no furniture' };

export const BOUNDED: readonly Bounded[] = [
  { file: 'src/article/credits.ts', has: '本文编辑', limit: 80, by: 'splitCredits looks at the end of a line' },
  { file: 'src/article/furniture.ts', has: '现在用app', ...FURNITURE },
  { file: 'src/article/furniture.ts', has: '[未非]经', ...FURNITURE },
  { file: 'src/article/address.ts', has: '段', limit: 80, by: 'parsePlace refuses longer ones' },
  { file: 'src/retrieval/answerability/lacking.ts', has: '其约曾', ...QUESTION },
  { file: 'src/question/article-question.ts', has: '主要|大概', ...QUESTION },
  { file: 'src/question/kind.ts', has: '何谓', ...QUESTION },
  { file: 'src/question/question.ts', has: '大家|各位', ...QUESTION },
  { file: 'src/question/question.ts', has: '(?<=.)[着过', ...QUESTION },
  { file: 'src/question/question.ts', has: '[^”"」』》]{2,30}', ...QUESTION },
  {
    file: 'src/retrieval/sentence/features/cues.ts',
    has: '以.{1,12}',
    limit: LONGEST_PIECE,
    by: 'piecesOf, as which passages are ranked; and no part of it looks farther ahead than twenty characters',
    attack: { prefix: '以先采以先采使', pump: '方以', suffix: '\n' },
  },
  { file: 'src/retrieval/sentence/frame.ts', has: '指的是', ...QUESTION },
  {
    file: QUANTITIES,
    has: '个百分点',
    ...PIECE,
    attack: { prefix: '万', pump: '百—0百兆万万—0,000,000,000,000', suffix: '就' },
  },
  { file: QUANTITIES, has: '星期', ...PIECE, attack: { prefix: '〇', pump: '0,00', suffix: '' } },
  { file: QUANTITIES, has: '?(?:平方公里', ...PIECE, attack: { prefix: '〇0亿', pump: '兆千', suffix: '金' } },
];
