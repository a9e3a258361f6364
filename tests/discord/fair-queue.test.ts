import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFairQueue } from '../../src/discord/fair-queue.ts';

const OWNERS = ['a', 'b', 'c', '__proto__'];
const steps = fc.array(fc.oneof(fc.constantFrom(...OWNERS), fc.constant(undefined)), { maxLength: 200 });

test('nothing is lost, everybody keeps their own order, and nobody is overtaken twice by the same', () => {
  fc.assert(
    fc.property(steps, (owners) => {
      const queue = createFairQueue<{ owner: string; at: number }>();
      const taken: { owner: string; at: number }[] = [];
      const waiting: { owner: string; at: number; overtakenBy: string[] }[] = [];
      function take(): void {
        const first = queue.first();
        const next = queue.take();
        expect(next).toBe(first);
        if (next === undefined) return;
        taken.push(next);
        const own = waiting.findIndex(({ at }) => at === next.at);
        waiting.splice(own, 1);
        const heads = OWNERS.map((owner) => waiting.find((item) => item.owner === owner));
        for (const head of heads) {
          if (head === undefined || head.owner === next.owner || head.at > next.at) continue;
          head.overtakenBy.push(next.owner);
        }
        for (const head of heads) {
          const by = head?.overtakenBy ?? [];
          expect(new Set(by).size).toBe(by.length);
        }
      }
      for (const [at, owner] of owners.entries()) {
        if (owner === undefined) {
          take();
          continue;
        }
        queue.add(owner, { owner, at });
        waiting.push({ owner, at, overtakenBy: [] });
      }
      while (queue.size > 0) take();
      expect(queue.take()).toBeUndefined();
      expect(taken.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual(
        owners.flatMap((owner, at) => (owner === undefined ? [] : [at])),
      );
      for (const owner of OWNERS) {
        const order = taken.filter((item) => item.owner === owner).map(({ at }) => at);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
    }),
  );
});
