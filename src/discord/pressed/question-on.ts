import { unescapeMarkdown } from '../escape.ts';
import type { TextComponent } from '../incoming.ts';
import { textsInComponents } from '../message-words.ts';

const SMALL_PRINT = '-# ';

/** The question that stands above an answer, in small print; undefined where none does. */
export function questionOn(components: readonly TextComponent[]): string | undefined {
  const [first = ''] = textsInComponents(components).filter((text) => text !== '');
  return first.startsWith(SMALL_PRINT) ? unescapeMarkdown(first.slice(SMALL_PRINT.length)) : undefined;
}
