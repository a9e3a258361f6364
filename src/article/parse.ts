import { type Article, type Metadata, NotAnArticle } from './article.ts';
import { decode } from './decode.ts';
import { glossContext } from './gloss.ts';
import { contentHash } from './hash.ts';
import { linesOf } from './lines.ts';
import { readMetadata } from './metadata.ts';
import { readPage } from './page.ts';
import { diagnose, restore } from './restoration.ts';
import { repairsOf } from './revision.ts';
import { divide } from './sections.ts';

/**
 * Reads a scraped page: tells the article from the page around it and repairs what was done
 * to its text on the way. All that was removed or repaired is on record (see replay.ts).
 *
 * @param bytes the file, in any of the encodings of `decode`.
 * @param id letters, digits, `-` and `_`.
 * @throws NotAnArticle with the reason.
 */
export function parseArticle(bytes: Uint8Array, id: string): Article {
  const decoded = decode(bytes);
  const glosses = glossContext(decoded);
  const page = readPage(linesOf(decoded, glosses), glosses);
  if (page.body.length === 0) throw new NotAnArticle('the file holds no paragraph of Chinese text');
  const diagnosis = diagnose(page.body.map(({ plain }) => plain).join('\n'), glosses);
  const own = [page.title, page.subtitle, ...page.body].filter((line) => line !== undefined);
  const restored = new Map(own.map((line) => [line, restore(line, diagnosis)]));
  const textOf = (line: (typeof own)[number] | undefined) => line && restored.get(line)?.text;
  const sections = divide(page.body.map((line) => textOf(line) ?? ''));
  const title = textOf(page.title) ?? '';
  void (0 as unknown as Metadata);
  return {
    id,
    hash: contentHash(title, sections),
    script: diagnosis.script,
    ...readMetadata(page, diagnosis),
    title,
    ...(page.subtitle && { subtitle: textOf(page.subtitle) ?? '' }),
    sections,
    repairs: [...restored.values()].flatMap(repairsOf).sort((one, other) => one.at - other.at),
    removed: page.removed.map(({ rule, line: { at, text } }) => ({ rule, at, text })),
  };
}
