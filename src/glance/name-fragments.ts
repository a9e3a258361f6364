import type { Candidate, NamePlace } from './name-candidates.ts';

/** A verb rather than the end of a name: 蒋云抽到. */
const VERB_DONE = /^[补抽送骂判按嫌拿抱写签画做管修住领带收交跑走][了着过到起下上出住为开掉完给]/;

/** What is chosen of the candidates for names, and how sure each is. */
export interface Choice {
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly points: ReadonlyMap<string, number>;
  /** Folded. */
  readonly texts: readonly string[];
}

/**
 * Takes out of the chosen names what is half of another, or more than one. Of two that begin at the same place
 * one is the name: the longer, unless the shorter stands elsewhere without its end as well. Of two
 * that overlap the one that has more points.
 */
export function withoutFragments(chosen: Map<string, Candidate>, choice: Choice): void {
  withoutBeginnings(chosen, choice);
  // 左丘 of 左丘明亮 is the surname.
  for (const name of [...chosen.keys()]) if (name.length === 4) chosen.delete(name.slice(0, 2));
  withoutOverlaps(chosen, choice);
}

function withoutBeginnings(chosen: Map<string, Candidate>, { candidates, points, texts }: Choice): void {
  const covered = new Map<string, number>();
  for (const { name, places } of chosen.values()) {
    const stem = name.slice(0, -1);
    covered.set(stem, (covered.get(stem) ?? 0) + places.length);
  }
  for (const { name, places } of [...chosen.values()]) {
    if (name.length < 3) continue;
    const short = name.slice(0, -1);
    const shorter = candidates.get(short);
    if (shorter === undefined) continue;
    const isAlone = shorter.places.length > (covered.get(short) ?? 0);
    const isLikelier = chosen.has(short) && (points.get(short) ?? 0) >= (points.get(name) ?? 0);
    if (places.length === 1 && chosen.has(short) && VERB_DONE.test(endOf(name, places, texts))) chosen.delete(name);
    else if (isAlone && isLikelier) chosen.delete(name);
    else chosen.delete(short);
  }
}

/** The last character of a name at its first place, and the next. */
function endOf(name: string, [first]: readonly NamePlace[], texts: readonly string[]): string {
  if (first === undefined) return '';
  const last = first.at + name.length - 1;
  return texts[first.text]?.slice(last, last + 2) ?? '';
}

function withoutOverlaps(chosen: Map<string, Candidate>, { points }: Choice): void {
  const starts = startsOf(chosen);
  for (const one of [...chosen.values()]) {
    for (const place of one.places) {
      for (let inside = 1; inside < one.name.length; inside += 1) {
        for (const other of starts.get(keyOf(place, inside)) ?? []) {
          if (!chosen.has(one.name) || !chosen.has(other)) continue;
          const isWeaker = (points.get(one.name) ?? 0) < (points.get(other) ?? 0);
          chosen.delete(isWeaker ? one.name : other);
        }
      }
    }
  }
}

/** Whether a candidate stands across a chosen name, or in one. @param starts of the chosen names */
export function overlaps({ name, places }: Candidate, starts: ReadonlyMap<string, readonly string[]>): boolean {
  return places.some((place) => {
    for (let from = -3; from < name.length; from += 1) {
      const others = starts.get(keyOf(place, from)) ?? [];
      if (others.some((other) => from >= 0 || other.length > -from)) return true;
    }
    return false;
  });
}

/** The names that begin at each place. */
export function startsOf(chosen: ReadonlyMap<string, Candidate>): Map<string, string[]> {
  const starts = new Map<string, string[]>();
  for (const { name, places } of chosen.values()) {
    for (const place of places) {
      const key = keyOf(place, 0);
      const known = starts.get(key);
      if (known === undefined) starts.set(key, [name]);
      else known.push(name);
    }
  }
  return starts;
}

function keyOf({ text, at }: NamePlace, by: number): string {
  return `${text}.${at + by}`;
}
