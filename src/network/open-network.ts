import { createEncoder, type Encoder } from './encoder.ts';
import { createJoin, type Join } from './joiner.ts';
import { MODEL_FOLDER, type ModelFiles, readModelFiles } from './model-files.ts';
import type { Network } from './network.ts';
import { loadRuntime, type OpenSession, type Session } from './session.ts';
import { createTokenizer, type Tokenizer } from './tokenizer/tokenizer.ts';

/**
 * Opens the network that the program comes with, and makes a pass with it, so that the next one is as fast as any.
 * Never throws: a program without a network answers from words alone.
 *
 * @param tell is told once, in one line, why there is none: nothing to run it with on this machine, a file that is
 *   missing or damaged
 * @param folder of the network's files
 * @returns undefined where there is none
 */
export async function openNetwork(tell: (reason: string) => void, folder = MODEL_FOLDER): Promise<Network | undefined> {
  try {
    return await open(readModelFiles(folder));
  } catch (error) {
    tell(firstLine(error));
    return undefined;
  }
}

async function open(files: ModelFiles): Promise<Network> {
  const openSession = await loadRuntime().catch(because('there is nothing to run a network with on this machine'));
  const tokenizer = tokenizerOf(files);
  const encoder = createEncoder(await sessionOf(files, 'encoder.onnx', openSession), tokenizer);
  const join = createJoin(await sessionOf(files, 'reader.onnx', openSession));
  const dimensions = await tryOut(encoder, join, tokenizer).catch(because('the files do not fit each other'));
  return {
    digest: files.digest,
    dimensions,
    encodeQuestion: encoder.question,
    encodePassage: encoder.passage,
    join,
  };
}

function tokenizerOf(files: ModelFiles): Tokenizer {
  try {
    return createTokenizer(files.of['tokenizer.json'].toString('utf8'));
  } catch (cause) {
    throw new Error('tokenizer.json is damaged, or of another kind', { cause });
  }
}

function sessionOf(files: ModelFiles, name: 'encoder.onnx' | 'reader.onnx', open: OpenSession): Promise<Session> {
  return open(files.of[name]).catch(because(`${name} is damaged`));
}

/** @returns how many numbers a vector has */
async function tryOut(encoder: Encoder, join: Join, tokenizer: Tokenizer): Promise<number> {
  // The first and the last id that there is: where the encoder has fewer, it refuses.
  await encoder.pass([0, tokenizer.size - 1]);
  const question = await encoder.question('。');
  const passage = await encoder.passage({ context: '。', text: '。', sentences: [{ start: 0, end: 1 }] });
  const { start, end, answers } = await join(question, passage);
  const all = [...question.vector, ...passage.vector, ...start, ...end, answers];
  if (!all.every(Number.isFinite)) throw new Error('what comes out is no number');
  return question.vector.length;
}

function because(what: string): (cause: unknown) => never {
  return (cause) => {
    throw new Error(`${what}: ${firstLine(cause)}`, { cause });
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
