import { setTimeout as sleep } from 'node:timers/promises';
import { errorFields, type Log } from '../log.ts';
import type { Lease, Leases } from '../store/lease.ts';

/** The shards that a process runs, and no other. */
export interface HeldShards {
  /** Resolves when another process runs some of them, after this one had lost its hold. */
  readonly taken: Promise<void>;
  release(): Promise<void>;
}

/** So often a lease is asked for, at the start and after it was lost. Milliseconds. */
const ASKED_EVERY = 1_000;
/** Whoever had a shard before notices within this time that it is lost (see `lease.ts`), and stops. Milliseconds. */
const NOTICED_WITHIN = 4_000;

/**
 * Waits until no other process runs any of these shards: two that run the same one would both answer.
 * What is lost with the database's connection is taken again; people are answered all the while. Where the database is
 * away nobody else can take it either. Where it is out of this process's reach alone another takes it, and both answer:
 * Discord takes one answer to a use of the bot, and one to a message, by its nonce.
 *
 * @throws the signal's reason
 */
export async function holdShards(
  leases: Leases,
  names: readonly string[],
  { log, signal }: { readonly log: Log; readonly signal?: AbortSignal | undefined },
): Promise<HeldShards> {
  let held: Lease;
  let isOver = false;
  let tell = () => {};
  const taken = new Promise<void>((resolve) => {
    tell = resolve;
  });
  hold(await untilFree());
  return {
    taken,
    async release() {
      isOver = true;
      await held.release().catch(() => undefined);
    },
  };

  async function untilFree(): Promise<Lease> {
    const waits = signal === undefined ? {} : { signal };
    let hasWaited = false;
    for (;;) {
      signal?.throwIfAborted();
      const lease = await leases.tryLease(names).catch((error: unknown) => {
        if (!hasWaited) log.warn('the database does not say who runs these shards, trying again', errorFields(error));
        hasWaited = true;
      });
      if (lease !== undefined) {
        if (hasWaited) await sleep(NOTICED_WITHIN, undefined, waits).catch((error) => giveBack(lease, error));
        return lease;
      }
      if (!hasWaited) log.info('another process runs these shards, waiting for its end');
      hasWaited = true;
      await sleep(ASKED_EVERY, undefined, waits);
    }
  }

  function hold(lease: Lease): void {
    held = lease;
    void lease.lost.then(holdAgain);
  }

  async function holdAgain(): Promise<void> {
    while (!isOver) {
      try {
        const lease = await leases.tryLease(names);
        if (isOver) return await lease?.release();
        return lease === undefined ? tell() : hold(lease);
      } catch {
        await sleep(ASKED_EVERY, undefined, { ref: false });
      }
    }
  }
}

async function giveBack(lease: Lease, reason: unknown): Promise<never> {
  await lease.release();
  throw reason;
}
