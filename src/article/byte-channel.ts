import { isCommon } from './expected-text.ts';
import { beginsWithYear, FIGURE_CHARACTERS, isFigure, isNumeral, isUnit } from './figures.ts';
import { characterOf, pairOf, withLead, withTrail } from './gbk.ts';
import { NARROWED_MARK, type Place, type Step, type Unit } from './line-units.ts';
import { penaltyOf, READ_OTHERWISE, splitSteps } from './split-gloss.ts';

/*
 * Text in GBK that lost a byte is read one byte off until something realigns it:
 *
 *   published   。    “    道    德    銀    行
 *   bytes      A1 A3 A1 B0 B5 C0 B5 C2 E3 79 D0 D0
 *   kept          A3 A1 B0 B5 C0 B5 C2 E3 79 D0 D0
 *   read           ！    暗    赖    裸  y   行
 *
 * Here `y` realigns it: the trail byte of 銀, which is an ASCII byte. So does an ASCII
 * character that was taken for a trail byte, an impossible pair (U+FFFD, `?` or nothing,
 * depending on the decoder), a second lost byte, and the end of the line.
 *
 * A Place is what has been read so far, a Step one published character that may come next.
 */

/**
 * Log probability of a byte being lost at one given place: so unlikely that no chance find in
 * an undamaged paragraph outweighs it (measured on the 1,256 paragraphs of DRCD and CMRC).
 */
const LOST = -15;

/** The one loss that pages are known for: the lead byte of a full stop. */
const LOST_STOP = -7;
/** Its trail byte was lost: as rare as other losses, but likelier than that of a character about which nothing is known. */
const LOST_STOP_TRAIL = -14;
const STOP = { character: '。', lead: 0xa1, trail: 0xa3 };
const STOP_GUESS = { character: STOP.character, isGuess: true };

/** The lead byte of all full-width ASCII, digits among them. */
const WIDE_LEAD = 0xa3;

/** A trail byte was never seen lost; it takes more to believe it. */
const LOST_TRAIL = -20;

/** A second loss that ends a run: the run itself shows that the stream was damaged. */
const LOST_AGAIN = -12;

/** At an impossible pair the decoder drops or replaces the byte left over, as it must. */
const LEFT_OVER = -2;

/**
 * An ASCII character was replaced with it: some decoders do so, others put it back, so that
 * before a figure, or what one measures with, it may have been a digit.
 */
const SWALLOWED = -8;

/** A byte that stands alone and is replaced by a sign, though the next one would pair with it: some mirrors cut characters so. */
const REPLACED_LEAD = -13;

/** Kana and the like come out of rows of ornaments, ────, more often than they were published. */
const FOREIGN = -5;
const FOREIGN_LETTER = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A full-width digit or letter made half-width; pages do that to punctuation only. */
const NARROWED = -6;

function isNeverNarrowed(unit: Pick<Unit, 'ascii'> | undefined): boolean {
  return unit?.ascii !== undefined && !NARROWED_MARK.test(String.fromCharCode(unit.ascii));
}

/** Every published character that may come next. Bytes are put back only where `mayLose` says so. */
export function stepsFrom(units: readonly Unit[], { unit, inside }: Place, mayLose: (unit: number) => boolean): Step[] {
  if (inside) return shiftedSteps(units, unit, mayLose(unit + 1));
  const here = units[unit];
  if (here === undefined) return [];
  const next = { unit: unit + 1, inside: false };
  // Nobody glosses a letter.
  const undamaged = { character: here.character, next, damage: here.gloss === undefined ? 0 : READ_OTHERWISE };
  if (here.isCut === true) return [undamaged, ...splitSteps(units, { unit, inside })];
  if (!mayLose(unit)) return [undamaged];
  if (isRemnantOfStop(units, unit))
    return [undamaged, { ...STOP_GUESS, next, damage: LEFT_OVER, isSigned: true, mayBeOfFigure: false }];
  return [undamaged, ...lossSteps(here, unit), ...replacedLeadSteps(units, unit)];
}

/** A sign of the decoder's stands for the lead byte: the trail byte is the first of the next unit. */
function replacedLeadSteps(units: readonly Unit[], unit: number): Step[] {
  const pair = units[unit + 1]?.pair;
  if (!isSignOfDecoder(units[unit]) || pair === undefined) return [];
  const next = { unit: unit + 1, inside: true };
  return guessesOf(withTrail, pair.lead).map((guess) => {
    const amid = guess.character === STOP.character && isAmidSentence(units, unit) ? AMID_SENTENCE : 0;
    return { ...guess, next, damage: REPLACED_LEAD + amid, isSigned: true };
  });
}

/** A sentence of so few characters is hardly one. */
const SHORTEST_SENTENCE = 3;
const ENDS_CLAUSE = /[，。；：！？、,;:!?“「『《（]/;
/** Words that lead on, to a figure among other things. */
export const NEVER_ENDS_SENTENCE = /[约約第达達超近仅僅共至到从從于於在和與与及或逾每各为為是有按以把被将將]/;
/** Where something is, or which way it goes, once it is said of what: 在上海, but 在桌上。 */
const LEADS_TO_PLACE = /[在从從到于於由向自往][上下中里裏内內外前后後东東西南北]$/;
/** A full stop in such a place (log probability). */
const AMID_SENTENCE = -6;

/** Whether no sentence ends before a unit. */
function isAmidSentence(units: readonly Unit[], end: number): boolean {
  const before = units.slice(Math.max(0, end - SHORTEST_SENTENCE), end).map(({ character }) => character);
  const isShort = before.length < SHORTEST_SENTENCE || before.some((character) => ENDS_CLAUSE.test(character));
  return isShort || NEVER_ENDS_SENTENCE.test(before.at(-1) ?? '') || LEADS_TO_PLACE.test(before.join(''));
}

/** Whether a decoder may have put a character in place of bytes that are none. */
export function isSignOfDecoder(unit: Unit | undefined): boolean {
  return unit?.character === '\ufffd' || unit?.character === '?' || unit?.isCut === true;
}

/** What a full stop stands behind, and what of Chinese text may stand behind it in ASCII. */
const SENTENCE_END = /[\p{Script=Han}\p{L}%％)）”’》」』]/u;
const SENTENCE_START = /[\s\p{L}"'#@*[]/u;

/**
 * Whether U+FFFD may be all that is left of a full stop: its trail byte, with no byte behind
 * it to pair with because the line ends or ASCII follows. Beside a figure it may as well be
 * what is left of a unit, or of more of the figure, but before a whole year.
 */
export function isRemnantOfStop(units: readonly Unit[], unit: number): boolean {
  if (units[unit]?.character !== '\ufffd') return false;
  const next = units[unit + 1];
  const before = units[unit - 1]?.character ?? '';
  if (!SENTENCE_END.test(before)) return false;
  if (next === undefined) return true;
  if (isUnit(before) || isNumeral(before) || isAmidSentence(units, unit)) return false;
  return (next.character < '\x7f' && SENTENCE_START.test(next.character)) || isYearAt(units, unit + 1);
}

const YEAR_LENGTH = 5;

function isYearAt(units: readonly Unit[], unit: number): boolean {
  const text = units.slice(unit, unit + YEAR_LENGTH).map(({ character }) => character);
  return beginsWithYear(text.join(''));
}

/** A byte was lost here: the lead byte before this unit's first byte, or the trail byte behind it. */
function lossSteps({ pair, ascii }: Unit, unit: number): Step[] {
  if (pair === undefined) return [];
  const next = { unit, inside: true };
  return lossesBefore(pair.lead, isNeverNarrowed({ ascii })).map((loss) => ({ ...loss, next }));
}

type Loss = Omit<Step, 'next'>;
const losses = new Map<number, readonly Loss[]>();

/** What may have been lost before a byte, and what behind it. */
function lossesBefore(lead: number, isNarrowed: boolean): readonly Loss[] {
  const key = lead * 2 + Number(isNarrowed);
  let known = losses.get(key);
  if (known === undefined) {
    const narrowed = isNarrowed ? NARROWED : 0;
    const steps = [
      ...(lead === STOP.trail ? [{ ...STOP_GUESS, damage: LOST_STOP + narrowed }] : []),
      ...(lead === STOP.lead ? [{ ...STOP_GUESS, damage: LOST_STOP_TRAIL }] : []),
      ...guessesOf(withTrail, lead).map((guess) => ({ ...guess, damage: LOST + narrowed })),
      ...guessesOf(withLead, lead).map((guess) => ({ ...guess, damage: LOST_TRAIL + narrowed })),
    ];
    // Which of its bytes a character lost is not known: the other one may be of a figure.
    const mayBeOfFigure = steps.some(({ character }) => OF_FIGURES.has(character));
    known = steps.map((step) => ({ ...step, mayBeOfFigure, ...(lead === WIDE_LEAD && { mayBeWide: true }) }));
    losses.set(key, known);
  }
  return known;
}

/** One byte off: the trail byte of this unit, with what may have stood behind it. */
function shiftedSteps(units: readonly Unit[], unit: number, mayLose: boolean): Step[] {
  const left = units[unit]?.pair?.trail;
  if (left === undefined) return [];
  // An ASCII byte that had been taken for a trail byte is itself again.
  if (left < 0x80) {
    return [{ character: String.fromCharCode(left), next: { unit: unit + 1, inside: false }, damage: 0 }];
  }
  if (units[unit + 1]?.isCut === true) return splitSteps(units, { unit, inside: true });
  const paired = pairedSteps(units, unit + 1, left);
  // A second loss shows in the character that is read across it.
  const isOdd = !paired.some(({ character }) => isCommon(character));
  return [...paired, ...leftOverSteps(units, unit + 1, left, mayLose && isOdd)];
}

function pairedSteps(units: readonly Unit[], unit: number, left: number): Step[] {
  const { pair, ascii, gloss } = units[unit] ?? {};
  const steps: Step[] = [];
  const shifted = pair && publishedOf(left, pair.lead);
  const isForeign = shifted !== undefined && FOREIGN_LETTER.test(shifted);
  const damage = (isNeverNarrowed(units[unit]) ? NARROWED : 0) + (isForeign ? FOREIGN : 0);
  if (shifted !== undefined) steps.push({ character: shifted, next: { unit, inside: true }, damage });
  const realigned = ascii === undefined ? undefined : publishedOf(left, ascii);
  if (realigned !== undefined) {
    const otherwise = gloss === undefined ? 0 : penaltyOf(realigned, gloss);
    steps.push({ character: realigned, next: { unit: unit + 1, inside: false }, damage: otherwise });
  }
  return steps;
}

/** Lines end with a full stop far more often than its share of the marks says, and hardly ever with what leads on (log probability). */
const ENDS_LINE = 3;
const LEADS_ON = /[“‘（《〈「『【〔〖、，：；·—]/;
const NEVER_ENDS_LINE = -10;

function chanceToEndLine(character: string): number {
  if (character === STOP.character) return ENDS_LINE;
  return LEADS_ON.test(character) ? NEVER_ENDS_LINE : 0;
}

/** The byte left over had its partner replaced by the decoder, dropped by it, or lost like the first. */
function leftOverSteps(units: readonly Unit[], unit: number, left: number, mayLose: boolean): Step[] {
  const next = units[unit];
  const steps: Step[] = [];
  const lostAgain = (sharing: typeof withLead) => {
    for (const guess of guessesOf(sharing, left)) {
      steps.push({ ...guess, next: { unit, inside: false }, damage: LOST_AGAIN });
    }
  };
  if (isSignOfDecoder(next)) for (const step of refusedSteps(units, left, unit + 1)) steps.push(step);
  if (next === undefined || next.ascii !== undefined || /\s/.test(next.character)) {
    for (const step of refusedSteps(units, left, unit)) steps.push(step);
  } else if (mayLose) lostAgain(withLead);
  if (mayLose) lostAgain(withTrail);
  return steps;
}

/** Characters whose trail byte a decoder refused to pair with what followed. As an ASCII byte it would have been kept. */
function refusedSteps(units: readonly Unit[], left: number, behind: number): Step[] {
  const next = units[behind];
  const beforeFigure =
    next !== undefined && !isYearAt(units, behind) && (isFigure(next.character) || isUnit(next.character));
  return guessesOf(withLead, left).flatMap((guess): Step[] => {
    const { character } = guess;
    const trail = pairOf(character)?.trail ?? 0;
    if (trail <= 0x80) return [];
    const isSwallowed =
      next?.ascii === undefined && next?.pair !== undefined && publishedOf(trail, next.pair.lead) !== undefined;
    const step = { ...guess, next: { unit: behind, inside: false } };
    if (isSwallowed) return [{ ...step, damage: LEFT_OVER + SWALLOWED, mayHide: true }];
    const ending = next === undefined ? chanceToEndLine(character) : 0;
    return [{ ...step, damage: LEFT_OVER + ending, ...(beforeFigure && { mayHide: true }) }];
  });
}

/** The character of two bytes; undefined where there is none but one for private use, which no text has and not every decoder knows. */
function publishedOf(lead: number, trail: number): string | undefined {
  const character = characterOf(lead, trail);
  return character === undefined || /[\ue000-\uf8ff]/.test(character) ? undefined : character;
}

const OF_FIGURES = new Set(FIGURE_CHARACTERS);

/** A character of which one byte is left. */
type Guess = Pick<Step, 'character' | 'isGuess' | 'mayBeOfFigure'>;

const guessed = new Map<typeof withLead, Map<number, readonly Guess[]>>();

/** The common ones among the characters that have a byte, and those that figures are written with. */
function guessesOf(sharing: typeof withLead, byte: number): readonly Guess[] {
  const known = guessed.get(sharing) ?? new Map<number, readonly Guess[]>();
  guessed.set(sharing, known);
  let list = known.get(byte);
  if (list === undefined) {
    const characters = sharing(byte).filter((character) => isCommon(character) || OF_FIGURES.has(character));
    const mayBeOfFigure = characters.some((character) => OF_FIGURES.has(character));
    list = characters.map((character) => ({ character, isGuess: true, mayBeOfFigure }));
    known.set(byte, list);
  }
  return list;
}

/** Characters that a run is looked at before it is searched in earnest. */
const LOOK_AHEAD = 8;

/** What a line reads from a unit on if a byte was lost there, as far as it is certain, and at most a few characters. */
export interface Ahead {
  readonly text: readonly string[];
  /** The unit behind it. */
  readonly end: number;
  /** Whether it goes on as far as was looked, or ends as runs of misread bytes do: at an ASCII byte of its own, or at a sign. */
  readonly holds: boolean;
}

/** Reads ahead from a unit, one byte off. */
export function shiftedAhead(units: readonly Unit[], unit: number): Ahead {
  const text: string[] = [];
  let end = unit;
  for (; text.length < LOOK_AHEAD; end += 1) {
    const left = units[end]?.pair?.trail;
    if (left === undefined) return { text, end: end + 1, holds: false };
    if (left < 0x80) return { text: [...text, String.fromCharCode(left)], end: end + 1, holds: text.length > 0 };
    const { pair, ascii } = units[end + 1] ?? {};
    const realigned = ascii === undefined ? undefined : publishedOf(left, ascii);
    if (realigned !== undefined) return { text: [...text, realigned], end: end + 2, holds: true };
    const shifted = pair && publishedOf(left, pair.lead);
    // What is hardly a full-width mark made half-width is an ASCII byte, and the run may end here.
    if (shifted === undefined || isNeverNarrowed(units[end + 1])) {
      const isReplaced = isSignOfDecoder(units[end + 1]);
      return { text, end: isReplaced ? end + 2 : end + 1, holds: isReplaced };
    }
    text.push(shifted);
  }
  return { text, end: end + 1, holds: true };
}
