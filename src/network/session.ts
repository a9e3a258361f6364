import type { InferenceSession, Tensor } from 'onnxruntime-node';

/** A network's file as it is run: named arrays in, named arrays out. */
export interface Session {
  /**
   * One pass. It holds the thread until it is through.
   * @param inputs each of one text: the first axis, of length 1, is put before `shape`
   * @throws Error when the file wants other inputs
   */
  run(inputs: Readonly<Record<string, Input>>): Promise<Outputs>;
}

/** Numbers for a network, row by row. */
export interface Input {
  readonly values: Float32Array | BigInt64Array;
  /** Without the axis of the texts. */
  readonly shape: readonly number[];
}

/** What a network gives. */
export interface Outputs {
  /**
   * @param shape without the axis of the texts; undefined for what is not known beforehand
   * @throws Error when there is no such output, of this shape, in float32
   */
  of(name: string, shape: readonly (number | undefined)[]): Float32Array;
}

/** Opens a network. */
export type OpenSession = (bytes: Uint8Array) => Promise<Session>;

/**
 * Another thread, or half a core that somebody else uses, gains nothing: measured with passes of 20 to 60 ms on two
 * cores, two threads were slower than one as soon as anybody else was there. Without an arena the heap breaks into
 * pieces, which takes 20 MB more. Nothing is printed: what is wrong is thrown, too.
 */
const OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  enableCpuMemArena: true,
  // Texts have all lengths.
  enableMemPattern: false,
  logSeverityLevel: 4,
};

/**
 * Loads what runs networks.
 * @throws whatever its package throws where it is not installed, or has nothing that runs on this machine
 */
export async function loadRuntime(): Promise<OpenSession> {
  const runtime = await import('onnxruntime-node');
  runtime.env.logLevel = 'fatal';
  return async (bytes) => {
    const session = await runtime.InferenceSession.create(bytes, OPTIONS);
    return {
      async run(inputs) {
        const feeds: Record<string, Tensor> = {};
        for (const [name, { values, shape }] of Object.entries(inputs)) {
          feeds[name] =
            values instanceof BigInt64Array
              ? new runtime.Tensor('int64', values, [1, ...shape])
              : new runtime.Tensor('float32', values, [1, ...shape]);
        }
        return outputsOf(await session.run(feeds));
      },
    };
  };
}

function outputsOf(tensors: InferenceSession.ReturnType): Outputs {
  return {
    of(name, shape) {
      const tensor = tensors[name];
      if (tensor === undefined) throw new Error(`there is no output ${name}`);
      const { data, dims } = tensor as Tensor;
      const wanted = [1, ...shape];
      const fits = dims.length === wanted.length && dims.every((length, axis) => length === (wanted[axis] ?? length));
      if (!(data instanceof Float32Array) || !fits) throw new Error(`output ${name} has the shape ${dims.join(' × ')}`);
      return data;
    },
  };
}
