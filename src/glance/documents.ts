import type { Entry } from './entries.ts';
import { type Gathering, gather } from './gathering.ts';
import { mentionAt, type Paragraph } from './paragraphs.ts';

/** A title inside its marks; a longer one is a mark that was never closed. */
const TITLE = /《([^《》〈〉]{1,60})》|〈([^《》〈〉]{2,60})〉/g;

/** What is cited by its title: laws, papers, books, songs; each once. */
export function documentsAmong(paragraphs: readonly Paragraph[]): Entry[] {
  const found: Gathering = new Map();
  for (const paragraph of paragraphs) {
    for (const { 0: text, index } of paragraph.text.matchAll(TITLE)) {
      const mention = mentionAt(paragraph, { start: index, end: index + text.length });
      gather(found, text, mention, () => ({ kind: 'documents', text, note: '' }));
    }
  }
  return [...found.values()];
}
