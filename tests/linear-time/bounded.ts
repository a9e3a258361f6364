import { MAX_FURNITURE_LENGTH } from '../../src/article/furniture.ts';
import { MAX_CHARACTERS } from '../../src/question/question.ts';

/** An expression that is quadratic, or that the checker cannot judge, and why that does no harm. */
interface Bounded {
  readonly file: string;
  /** What of the expression tells it from the others of its file. */
  readonly has: string;
  /** How long the texts are that it looks at, in UTF-16 units, and what makes sure of that. */
  readonly limit: number;
  readonly by: string;
}

const QUESTION = { limit: MAX_CHARACTERS, by: 'readQuestion cuts a question' };

const FURNITURE = { limit: MAX_FURNITURE_LENGTH, by: 'a longer line is no furniture' };

export const BOUNDED: readonly Bounded[] = [
  { file: 'src/article/credits.ts', has: '本文编辑', limit: 80, by: 'splitCredits looks at the end of a line' },
  { file: 'src/article/furniture.ts', has: '现在用app', ...FURNITURE },
  { file: 'src/article/furniture.ts', has: '[未非]经', ...FURNITURE },
  { file: 'src/question/article-question.ts', has: '主要|大概', ...QUESTION },
  { file: 'src/question/article-question.ts', has: '大?部分', ...QUESTION },
  { file: 'src/question/kind.ts', has: '何谓', ...QUESTION },
  { file: 'src/question/question.ts', has: '大家|各位', ...QUESTION },
  { file: 'src/question/question.ts', has: '(?<=.)[着过', ...QUESTION },
];
