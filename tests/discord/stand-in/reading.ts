import type { StoredMessage } from './discord-state.ts';

/** Reads a message as a person would. */

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly items?: readonly { readonly media: { readonly url: string }; readonly description?: string }[];
}

/** All text of a message, a line a piece. */
export function textOf({ content, components }: Pick<StoredMessage, 'content' | 'components'>): string {
  const texts = flatten(components as Component[]).flatMap((component) => component.content ?? []);
  return [...(content === undefined ? [] : [content]), ...texts].join('\n');
}

/** The pictures that stand in it, by what is said of them. */
export function picturesOf({ components }: Pick<StoredMessage, 'components'>): (string | undefined)[] {
  return flatten(components as Component[]).flatMap(({ items = [] }) => items.map(({ description }) => description));
}

/** Its buttons and selects. */
export function controlsOf({ components }: Pick<StoredMessage, 'components'>): Component[] {
  return flatten(components as Component[]).filter(({ type }) => type === 2 || type === 3);
}

function flatten(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...flatten([...(component.components ?? []), ...(component.accessory === undefined ? [] : [component.accessory])]),
  ]);
}
