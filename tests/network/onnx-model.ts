/** A network to be written as ONNX: what a test needs of it. */
export interface Model {
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly weights: readonly Weight[];
  readonly nodes: readonly Node[];
}

export interface Value {
  readonly name: string;
  readonly type: 'float32' | 'int64';
  /** A name for what differs from text to text. */
  readonly shape: readonly (number | string)[];
}

export interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface Node {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly integer?: Readonly<Record<string, number>>;
  readonly integers?: Readonly<Record<string, readonly number[]>>;
}

const ELEMENT = { float32: 1, int64: 7 } as const;

/** The bytes of a `.onnx` file (Protocol Buffers; field numbers from onnx.proto), with operators of version 17. */
export function onnxModel({ inputs, outputs, weights, nodes }: Model): Uint8Array {
  const graph = message(
    ...nodes.map((node) => field(1, nodeOf(node))),
    field(2, text('stand-in')),
    ...weights.map((weight) => field(5, weightOf(weight))),
    ...inputs.map((value) => field(11, describe(value))),
    ...outputs.map((value) => field(12, describe(value))),
  );
  return message(number(1, 8), field(8, message(field(1, text('')), number(2, 17))), field(7, graph));
}

function nodeOf({ type, inputs, output, integer = {}, integers = {} }: Node): Uint8Array {
  return message(
    ...inputs.map((name) => field(1, text(name))),
    field(2, text(output)),
    field(4, text(type)),
    ...Object.entries(integer).map(([name, value]) =>
      field(5, message(field(1, text(name)), number(3, value), number(20, 2))),
    ),
    ...Object.entries(integers).map(([name, values]) =>
      field(5, message(field(1, text(name)), ...values.map((value) => number(8, value)), number(20, 7))),
    ),
  );
}

function weightOf({ name, shape, values }: Weight): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return message(
    ...shape.map((length) => number(1, length)),
    number(2, ELEMENT.float32),
    field(8, text(name)),
    field(9, bytes),
  );
}

function describe({ name, type, shape }: Value): Uint8Array {
  const axes = shape.map((length) => field(1, typeof length === 'number' ? number(1, length) : field(2, text(length))));
  const tensor = message(number(1, ELEMENT[type]), field(2, message(...axes)));
  return message(field(1, text(name)), field(2, message(field(1, tensor))));
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function message(...fields: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(fields);
}

/** A field of bytes, text or another message. */
function field(id: number, content: Uint8Array): Uint8Array {
  return message(varint(id * 8 + 2), varint(content.length), content);
}

function number(id: number, value: number): Uint8Array {
  return message(varint(id * 8), varint(value));
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Uint8Array.from([...bytes, rest]);
}
