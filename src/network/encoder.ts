import {
  type EncodedPassage,
  type EncodedQuestion,
  MOST_CONTEXT_TOKENS,
  MOST_QUESTION_TOKENS,
  MOST_TEXT_TOKENS,
  type States,
  type TextInContext,
} from './network.ts';
import { meanOf, overlapping, type Rows } from './pooling.ts';
import type { Session } from './session.ts';
import type { Token, Tokenizer } from './tokenizer/tokenizer.ts';

/** Turns texts into states and vectors. */
export interface Encoder {
  question(text: string): Promise<EncodedQuestion>;
  passage(passage: TextInContext): Promise<EncodedPassage>;
  /** One pass over any ids. */
  pass(ids: readonly number[]): Promise<Pass>;
}

interface Pass {
  readonly states: States;
  /** A vector for each row of `states`. */
  readonly vectors: Rows;
}

/** @param session of `encoder.onnx`: `ids` in, `states` and `vectors` out */
export function createEncoder(session: Session, tokenizer: Tokenizer): Encoder {
  async function pass(ids: readonly number[]): Promise<Pass> {
    const outputs = await session.run({ ids: { values: BigInt64Array.from(ids, BigInt), shape: [ids.length] } });
    const values = outputs.of('vectors', [ids.length, undefined]);
    return {
      states: { values: outputs.of('states', [ids.length, undefined]), rows: ids.length },
      vectors: { values, width: values.length / ids.length },
    };
  }

  return {
    async question(text) {
      const tokens = tokenizer.tokensOf(text).slice(0, MOST_QUESTION_TOKENS);
      const { states, vectors } = await pass([tokenizer.first, ...idsOf(tokens), tokenizer.last]);
      return { states, vector: meanOf(vectors, rowsFrom(1, tokens)) };
    },
    async passage({ context, text, sentences }) {
      const before = tokenizer.tokensOf(context).slice(0, MOST_CONTEXT_TOKENS);
      const tokens = tokenizer.tokensOf(text).slice(0, MOST_TEXT_TOKENS);
      const { first, last } = tokenizer;
      const { states, vectors } = await pass([first, ...idsOf(before), last, ...idsOf(tokens), last]);
      const firstRow = before.length + 2;
      const vector = meanOf(vectors, rowsFrom(firstRow, tokens));
      const sentenceVectors = sentences.map((sentence) => {
        const inside = overlapping(tokens, sentence);
        return inside.length === 0
          ? vector
          : meanOf(
              vectors,
              inside.map((index) => firstRow + index),
            );
      });
      return {
        states,
        tokens: tokens.map(({ start, end }) => ({ start, end })),
        firstRow,
        vector,
        sentenceVectors,
      };
    },
    pass,
  };
}

function idsOf(tokens: readonly Token[]): number[] {
  return tokens.map(({ id }) => id);
}

function rowsFrom(first: number, tokens: readonly Token[]): number[] {
  return tokens.map((_, index) => first + index);
}
