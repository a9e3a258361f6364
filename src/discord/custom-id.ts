import { z } from 'zod';
import type { Target } from '../chat/reply.ts';
import { MOVES, type Move } from '../curation/move.ts';

/** Raised when the meaning of the parts changes: older buttons are then answered as stale. */
const VERSION = '1';

/** All that a component can do. */
export const ACTIONS = [
  'passage',
  'section',
  'contents',
  'glance',
  'copy',
  'post',
  'picture',
  'reshape',
  'delete',
  'choose',
  'pick',
  'all',
] as const;

/**
 * What a component does. A select's values say where each leads; `choose` goes to sections and passages alike. `pick`
 * asks the question on the card of an article, `all` of all of them.
 */
export type ComponentAction = (typeof ACTIONS)[number];

/** Where a component leads. The hash alone names the article, as it was when the component was made. */
export type Place = Omit<Target, 'articleId'>;

/** All that a component knows: nothing about it is kept anywhere else. */
export interface ComponentId {
  readonly action: ComponentAction;
  readonly place: Place;
  /** Who asked: the one person whose clicks move the card. */
  readonly owner: string;
  /** Where in the message it stands: no two components of a message may have the same id. */
  readonly slot: number;
}

const hash = z.string().regex(/^[\w-]{1,32}$/);
const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
/**
 * What of the place: a page of the section, so many paragraphs quoted, the sentence that answers; a page
 * of a kind of what is named (`k4.0`), or of all about what is named so far into the paragraph (`n12.0`).
 * Behind a passage, the sentence or the paragraphs: that they are a picture, of which shape (`m2s`).
 */
const detail = z
  .string()
  .regex(/^(?:[qm]?\d{1,6}[ls]?|k\d{1,2}\.\d{1,4}|n\d{1,6}\.\d{1,4})$/)
  .transform((text): Omit<Place, 'hash' | 'address'> => {
    const picture = SHAPES[text.at(-1) ?? ''];
    if (picture !== undefined) return { ...detailOf(text.slice(0, -1)), picture };
    return detailOf(text);
  });

/** The shapes of pictures, by their letters. */
const SHAPES: Readonly<Record<string, 'landscape' | 'square'>> = { l: 'landscape', s: 'square' };

function detailOf(text: string): Omit<Place, 'hash' | 'address' | 'picture'> {
  const [number = 0, page = 0] = text
    .replace(/^[qmkn]/, '')
    .split('.')
    .map(Number);
  if (text.startsWith('q')) return { quoted: number };
  if (text.startsWith('k')) return { glance: number, page };
  if (text.startsWith('n')) return { named: number, page };
  return text.startsWith('m') ? { marked: number } : { page: number };
}

const owner = z.string().regex(/^[\w-]{1,24}$/);

const placeSchema = z
  .tuple([hash, count, count, detail])
  .transform(([hash, section, paragraph, detail]): Place => ({ hash, address: { section, paragraph }, ...detail }));

/** The question that a button asks; a longer one has no button. UTF-16 units. */
export const LONGEST_QUESTION = 60;

/** A button that asks a question. */
export interface QuestionId {
  readonly question: string;
  /** Who is offered it. */
  readonly owner: string;
  readonly slot: number;
}

const ASK = 'ask';
const questionSchema = z
  .tuple([z.literal(VERSION), z.literal(ASK), owner, count, z.string().min(1).max(LONGEST_QUESTION)])
  .transform(([, , owner, slot, question]): QuestionId => ({ question, owner, slot }));

/** At most 94 of the 100 characters that Discord allows. */
export function formatQuestionId({ question, owner, slot }: QuestionId): string {
  return [VERSION, ASK, owner, slot, question].join(':');
}

/** @returns undefined for an id that asks nothing */
export function parseQuestionId(text: string): QuestionId | undefined {
  const [version, action, owner, slot, ...question] = text.split(':');
  return questionSchema.safeParse([version, action, owner, slot, question.join(':')]).data;
}

const idSchema = z.tuple([z.literal(VERSION), z.enum(ACTIONS), hash, count, count, detail, owner, count]).transform(
  ([, action, hash, section, paragraph, detail, owner, slot]): ComponentId => ({
    action,
    place: { hash, address: { section, paragraph }, ...detail },
    owner,
    slot,
  }),
);

/** Of a component that leads nowhere: no article has this hash. */
export const NOWHERE: Place = { hash: '-', address: { section: 0, paragraph: 0 } };

/** At most 97 of the 100 characters that Discord allows. */
export function formatComponentId({ action, place, owner, slot }: ComponentId): string {
  return [VERSION, action, formatPlace(place), owner, slot].join(':');
}

/** @returns undefined for an id that this version did not make */
export function parseComponentId(text: string): ComponentId | undefined {
  return idSchema.safeParse(text.split(':')).data;
}

/** As it stands in a select's values. */
export function formatPlace({ hash, address, ...what }: Place): string {
  return [hash, address.section, address.paragraph, formatDetail(what)].join(':');
}

function formatDetail({ page = 0, quoted, marked, glance, named, picture }: Omit<Place, 'hash' | 'address'>): string {
  const shape = picture === undefined ? '' : picture.slice(0, 1);
  if (quoted !== undefined) return `q${quoted}${shape}`;
  if (marked !== undefined) return `m${marked}${shape}`;
  if (glance !== undefined) return `k${glance}.${page}`;
  return named !== undefined ? `n${named}.${page}` : page + shape;
}

/** @returns undefined for a value that this version did not make */
export function parsePlace(text: string): Place | undefined {
  return placeSchema.safeParse(text.split(':')).data;
}

/** A button that says that an answer was not what somebody had asked for. */
export interface NotMeantId {
  /** What they had asked, as much of it as fits. */
  readonly question: string;
  /** Who asked. */
  readonly owner: string;
}

const NOT_MEANT = 'miss';
const notMeantSchema = z
  .tuple([z.literal(VERSION), z.literal(NOT_MEANT), owner, z.string().min(1).max(LONGEST_QUESTION)])
  .transform(([, , owner, question]): NotMeantId => ({ question, owner }));

/** At most 92 of the 100 characters that Discord allows. */
export function formatNotMeantId({ question, owner }: NotMeantId): string {
  return [VERSION, NOT_MEANT, owner, question.slice(0, LONGEST_QUESTION).toWellFormed()].join(':');
}

/** @returns undefined for another's id */
export function parseNotMeantId(text: string): NotMeantId | undefined {
  const [version, action, owner, ...question] = text.split(':');
  return notMeantSchema.safeParse([version, action, owner, question.join(':')]).data;
}

/** A control of a moderator's panel, or a form of theirs: theirs alone, in this server alone. */
export interface MoveId {
  readonly move: Move;
  readonly server: string;
  readonly owner: string;
  readonly slot: number;
}

const MOVE = 'lib';
const moveSchema = z
  .tuple([
    z.literal(VERSION),
    z.literal(MOVE),
    owner,
    owner,
    z.enum(MOVES),
    z.string().regex(/^[\w-]{0,20}$/),
    count,
    count,
  ])
  .transform(
    ([, , server, owner, name, subject, page, slot]): MoveId => ({
      move: { name, subject, page },
      server,
      owner,
      slot,
    }),
  );

/** At most 95 of the 100 characters that Discord allows. */
export function formatMoveId({ move: { name, subject, page }, server, owner, slot }: MoveId): string {
  return [VERSION, MOVE, server, owner, name, subject, page, slot].join(':');
}

/** @returns undefined for what is no move of this version */
export function parseMoveId(text: string): MoveId | undefined {
  return moveSchema.safeParse(text.split(':')).data;
}
