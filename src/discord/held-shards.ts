import { setTimeout as sleep } from 'node:timers/promises';
import { errorFields, type Log } from '../log.ts';

/** What one process at a time may hold, wherever the others run. */
export interface Leases {
  /**
   * @returns undefined while another process holds it
   * @throws where it cannot be asked for now
   */
  tryLease(name: string): Promise<Lease | undefined>;
}

/** Held until it is given back, the process ends, or the connection that holds it does. */
export interface Lease {
  /** Resolves when it is no longer held. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

/** The shards that a process runs, and no other. */
export interface HeldShards {
  /** Resolves with a shard that another process has taken over, after this one had lost its hold. */
  readonly taken: Promise<string>;
  release(): Promise<void>;
}

/** So often a lease is asked for, at the start and after it was lost. Milliseconds. */
const ASKED_EVERY = 1_000;
/** Whoever had a shard before notices that it is lost within this time, and stops. Milliseconds. */
const NOTICED_WITHIN = 2_500;

/**
 * Waits until no other process runs any of these shards: two that run the same one would both answer.
 * What is lost with the database's connection is taken again; while the database is away nobody else can take it either.
 *
 * @param names of the shards, in the order in which they are taken: the same in every process
 * @throws the signal's reason
 */
export async function holdShards(
  leases: Leases,
  names: readonly string[],
  { log, signal }: { readonly log: Log; readonly signal?: AbortSignal | undefined },
): Promise<HeldShards> {
  const held = new Map<string, Lease>();
  let isOver = false;
  let tell: (name: string) => void = () => {};
  const taken = new Promise<string>((resolve) => {
    tell = resolve;
  });
  let hasWaited = false;
  try {
    for (const name of names) hold(name, await first(name));
    if (hasWaited) await sleep(NOTICED_WITHIN, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    await release();
    throw error;
  }
  return { taken, release };

  async function first(name: string): Promise<Lease> {
    for (let isSaid = false; ; isSaid = true) {
      const lease = await leases.tryLease(name).catch((error: unknown) => {
        if (!isSaid) log.warn('the database does not say who runs a shard, trying again', errorFields(error));
      });
      if (lease !== undefined) return lease;
      if (!isSaid) log.info('another process runs this shard, waiting for its end', { shard: name });
      hasWaited = true;
      await sleep(ASKED_EVERY, undefined, signal === undefined ? {} : { signal });
    }
  }

  function hold(name: string, lease: Lease): void {
    held.set(name, lease);
    void lease.lost.then(() => holdAgain(name));
  }

  async function holdAgain(name: string): Promise<void> {
    while (!isOver) {
      try {
        const lease = await leases.tryLease(name);
        if (isOver) return await lease?.release();
        return lease === undefined ? tell(name) : hold(name, lease);
      } catch {
        await sleep(ASKED_EVERY, undefined, { ref: false });
      }
    }
  }

  async function release(): Promise<void> {
    isOver = true;
    await Promise.all([...held.values()].map((lease) => lease.release().catch(() => undefined)));
  }
}
