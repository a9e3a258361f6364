import type { Entry } from './entries.ts';
import { mentionAt, type Paragraph } from './paragraphs.ts';

/** A title inside its marks; a longer one is a mark that was never closed. */
const TITLE = /《([^《》〈〉]{1,60})》|〈([^《》〈〉]{2,60})〉/g;

/** What is cited by its title: laws, papers, books, songs; each once. */
export function documentsAmong(paragraphs: readonly Paragraph[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const paragraph of paragraphs) {
    for (const { 0: text, index } of paragraph.text.matchAll(TITLE)) {
      const mention = mentionAt(paragraph, { start: index, end: index + text.length });
      const known = found.get(text);
      if (known === undefined) found.set(text, { kind: 'documents', text, note: '', mentions: [mention] });
      else found.set(text, { ...known, mentions: [...known.mentions, mention] });
    }
  }
  return [...found.values()];
}
