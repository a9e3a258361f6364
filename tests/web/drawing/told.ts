import { parse } from 'discord-markdown-parser';
import { type Component, TYPE } from '../../../src/web/site/discord/payload.ts';
import type { DrawnMessage } from './page.tsx';

/** What a message says, read from its payload by somebody else than the page. */
export interface Told {
  /** The lines of every text, without those that are empty. */
  readonly texts: readonly (readonly string[])[];
  readonly controls: readonly ToldControl[];
}

export interface ToldControl {
  readonly label: string;
  readonly customId: string | undefined;
  readonly isDisabled: boolean;
  readonly isSelect: boolean;
}

export function told({ body: { content = '', components = [] } }: Pick<DrawnMessage, 'body'>): Told {
  const all = components.flatMap(within);
  const texts = all.filter(({ type }) => type === TYPE.text).map((component) => component.content ?? '');
  return {
    texts: [...(content === '' ? [] : [content]), ...texts].map(linesShown),
    controls: all
      .filter(({ type }) => type === TYPE.button || type === TYPE.stringSelect)
      .map(({ type, label = '', placeholder = '', custom_id, disabled = false }) => ({
        label: type === TYPE.button ? label : placeholder,
        customId: custom_id,
        isDisabled: disabled,
        isSelect: type === TYPE.stringSelect,
      })),
  };
}

/** A component and all that it has, in the order in which they are read. */
function within(component: Component): Component[] {
  const { components = [], accessory } = component;
  return [component, ...[...components, ...(accessory === undefined ? [] : [accessory])].flatMap(within)];
}

interface Node {
  readonly type: string;
  readonly content?: string | Node[];
}

/** The lines that Discord shows of a text. Lists are more than this reader knows: their marks go first. */
export function linesShown(markdown: string): string[] {
  const withoutMarks = markdown.replace(/^(>? ?) *- /gm, '$1');
  const nodes = parse(withoutMarks, 'extended') as Node[];
  return linesOf(nodes.map(textOf).join(''));
}

/** What stands on lines of its own has none of the line breaks around it. */
const OWN_LINES = new Set(['blockQuote', 'heading', 'subtext', 'codeBlock']);

function textOf({ type, content = '' }: Node): string {
  if (type === 'br' || type === 'newline') return '\n';
  const text = typeof content === 'string' ? content : content.map(textOf).join('');
  return OWN_LINES.has(type) ? `\n${text}\n` : text;
}

/** Not all white space is shown at the ends of lines. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
