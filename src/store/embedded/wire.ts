/** The kinds of messages after which PostgreSQL answers; what comes before them waits with them. */
const ANSWERED: ReadonlySet<number> = new Set(['Q', 'S', 'X'].map((kind) => kind.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);

/** What a client has said up to where it waits for an answer. */
export interface Said {
  readonly bytes: Buffer;
  /** It has said goodbye: there is nothing to answer. */
  readonly isOver: boolean;
}

/**
 * Cuts what a client of PostgreSQL writes into what can be answered: messages of a letter, a length and a body, after
 * a first one without a letter.
 * @returns takes what was read, and gives what is complete by now
 */
export function cutWire(): (read: Buffer) => Said[] {
  let pending: Buffer = Buffer.alloc(0);
  /** Of `pending`, what has been looked through. */
  let at = 0;
  let isFirst = true;
  return (read) => {
    pending = pending.length === 0 ? read : Buffer.concat([pending, read]);
    const said: Said[] = [];
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (pending.length < at + head + 4) return said;
      const end = at + head + pending.readUInt32BE(at + head);
      if (pending.length < end) return said;
      const kind = isFirst ? undefined : pending[at];
      at = end;
      if (kind !== undefined && !ANSWERED.has(kind)) continue;
      isFirst = false;
      said.push({ bytes: pending.subarray(0, end), isOver: kind === TERMINATE });
      pending = pending.subarray(end);
      at = 0;
    }
  };
}
