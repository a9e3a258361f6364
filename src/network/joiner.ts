import type { EncodedPassage, EncodedQuestion, Joined, States } from './network.ts';
import type { Input, Session } from './session.ts';

/** Reads a question and a passage together: see `Network.join`. */
export type Join = (question: EncodedQuestion, passage: EncodedPassage) => Promise<Joined>;

/** @param session of `reader.onnx`: `question` and `passage` in, `start`, `end` and `answers` out */
export function createJoin(session: Session): Join {
  return async (question, passage) => {
    const outputs = await session.run({ question: inputOf(question.states), passage: inputOf(passage.states) });
    const { firstRow, tokens, states } = passage;
    const ofTokens = (name: string) => outputs.of(name, [states.rows]).slice(firstRow, firstRow + tokens.length);
    const [answers = Number.NaN] = outputs.of('answers', []);
    return { start: ofTokens('start'), end: ofTokens('end'), answers };
  };
}

function inputOf({ values, rows }: States): Input {
  return { values, shape: [rows, values.length / rows] };
}
