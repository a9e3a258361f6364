import { z } from 'zod';
import type { Target } from '../chat/reply.ts';

/** Raised when the meaning of the parts changes: older buttons are then answered as stale. */
const VERSION = '1';

const ACTIONS = ['passage', 'section', 'contents', 'copy', 'post', 'delete', 'choose'] as const;

/** What a component does. A select's values say where each leads; `choose` goes to sections and passages alike. */
export type ComponentAction = (typeof ACTIONS)[number];

/** Where a component leads. The hash alone names the article, as it was when the component was made. */
export type Place = Pick<Target, 'hash' | 'address' | 'page'>;

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
const owner = z.string().regex(/^[\w-]{1,24}$/);

const placeSchema = z
  .tuple([hash, count, count, count])
  .transform(([hash, section, paragraph, page]): Place => ({ hash, address: { section, paragraph }, page }));

const idSchema = z.tuple([z.literal(VERSION), z.enum(ACTIONS), hash, count, count, count, owner, count]).transform(
  ([, action, hash, section, paragraph, page, owner, slot]): ComponentId => ({
    action,
    place: { hash, address: { section, paragraph }, page },
    owner,
    slot,
  }),
);

/** Of a component that leads nowhere: no article has this hash. */
export const NOWHERE: Place = { hash: '-', address: { section: 0, paragraph: 0 } };

/** At most 90 of the 100 characters that Discord allows. */
export function formatComponentId({ action, place, owner, slot }: ComponentId): string {
  return [VERSION, action, formatPlace(place), owner, slot].join(':');
}

/** @returns undefined for an id that this version did not make */
export function parseComponentId(text: string): ComponentId | undefined {
  return idSchema.safeParse(text.split(':')).data;
}

/** As it stands in a select's values. */
export function formatPlace({ hash, address, page }: Place): string {
  return [hash, address.section, address.paragraph, page ?? 0].join(':');
}

/** @returns undefined for a value that this version did not make */
export function parsePlace(text: string): Place | undefined {
  return placeSchema.safeParse(text.split(':')).data;
}
