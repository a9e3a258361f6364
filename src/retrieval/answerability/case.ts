import type { Span } from '../../language/sentences.ts';
import { paraphrasesOf } from '../evidence/paraphrases.ts';
import type { Probe, ProbeWord } from '../evidence/probe.ts';
import type { Ranked } from '../rank.ts';
import { type Lacking, lackingIn } from './lacking.ts';
import { isWording } from './wording.ts';

/** A question and the best passage for it: all that is looked at when deciding whether the one answers the other. */
export interface Case {
  readonly probe: Probe;
  readonly top: Ranked;
  /** Best first; `top` is the first. */
  readonly ranked: readonly Ranked[];
  readonly lacking: Lacking;
  /** The longest run that question and passage share, in the question's content. */
  readonly shared: Span;
  /** The words beside the subject: what is said or asked of it. */
  readonly predicates: readonly ProbeWord[];
  /** The passage's best sentence with its neighbours, folded. */
  readonly nearby: string;
}

/** Lays a question beside the best passage. */
export function caseOf(probe: Probe, top: Ranked, ranked: readonly Ranked[]): Case {
  const shared = longestSharedRun(probe.content, top.passage.folded);
  return {
    probe,
    top,
    ranked,
    lacking: lackingIn(probe.question, top.passage),
    shared,
    predicates: predicatesOf(probe, shared),
    nearby: nearby(top),
  };
}

const NAME = /^(nr|ns|nt|nz|eng|x)/;
/** 今年多大: said of the moment of asking, not of the subject. */
const NOW = /^(今年|去年|明年|现在|目前|如今|今天|昨天|明天|最近|近年|近来)$/;

/** The subject is what is tagged as a name, and what lies in the longest shared run. */
function predicatesOf({ words }: Probe, shared: Span): readonly ProbeWord[] {
  return words.filter(
    ({ text, tag, start, end }) =>
      !NAME.test(tag) && !NOW.test(text) && !isWording(text) && (end <= shared.start || start >= shared.end),
  );
}

function longestSharedRun(content: string, folded: string): Span {
  let longest = { start: 0, end: 0 };
  for (let start = 0; start < content.length; start += 1) {
    let end = start + (longest.end - longest.start) + 1;
    while (end <= content.length && content.charAt(end - 1) !== ' ' && folded.includes(content.slice(start, end))) {
      longest = { start, end };
      end += 1;
    }
  }
  return longest;
}

function nearby({ passage, matches: { sentences, best } }: Ranked): string {
  const start = (sentences[best - 1] ?? sentences[best])?.start ?? 0;
  const end = (sentences[best + 1] ?? sentences[best])?.end ?? 0;
  return passage.folded.slice(start, end);
}

/** Whether a folded text has a word, as it is or in other words. */
export function says(text: string, { text: word }: ProbeWord): boolean {
  return text.includes(word) || paraphrasesOf(word).some((other) => text.includes(other));
}
