/*
 * Runs the rules that guess (lost bytes, glosses, placeholders, converted script) over undamaged public
 * text: none may change a character. Widths are left out, since they are meant to change.
 *
 *   node --import tsx tests/article/undamaged.ts DIRECTORY
 *
 * DIRECTORY holds question sets in SQuAD's format (*.json), such as DRCD, which is genuine
 * Traditional, and CMRC 2018. Their paragraphs are judged one by one and joined into articles.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { findGlosses, glossContext } from '../../src/article/gloss.ts';
import { findLostBytes } from '../../src/article/lost-byte.ts';
import { findPlaceholders, findReplacedMarks, placeholderContext } from '../../src/article/placeholder.ts';
import { judgeScript } from '../../src/article/published-script.ts';

const SQUAD = z.object({
  data: z.array(z.object({ paragraphs: z.array(z.object({ context: z.string() })) })),
});

const JOINED = [1, 2, 5, 20, 100, 1000];

const [directory] = process.argv.slice(2);
if (directory === undefined) {
  console.error('usage: node --import tsx tests/article/undamaged.ts DIRECTORY');
  process.exit(2);
}

let changed = 0;
for (const file of readdirSync(directory).filter((name) => name.endsWith('.json'))) {
  const set = SQUAD.safeParse(JSON.parse(readFileSync(path.join(directory, file), 'utf8')));
  if (!set.success) continue;
  const paragraphs = set.data.data.flatMap((article) => article.paragraphs.map(({ context }) => context));
  const glossed = paragraphs.filter((text) => findGlosses(text, glossContext(text)).length > 0);
  const lost = paragraphs.filter((text) => findLostBytes(text).length > 0);
  const whole = placeholderContext(paragraphs.join('\n'));
  const replaced = paragraphs.filter((text) => {
    const context = whole;
    return findPlaceholders(text, context).length + findReplacedMarks(text, context).length > 0;
  });
  const converted = JOINED.map((size) => joined(paragraphs, size).filter(isConverted).length);
  console.log(
    `${file}: ${paragraphs.length} paragraphs; changed by glosses ${glossed.length}, by lost bytes ${lost.length}, by placeholders ${replaced.length}`,
  );
  console.log(`  judged converted, joined by ${JOINED.join(', ')}: ${converted.join(', ')}`);
  changed += [glossed.length, lost.length, replaced.length, ...converted].reduce((sum, count) => sum + count, 0);
  for (const text of [...glossed, ...lost, ...replaced]) console.log(`  ${text.slice(0, 80)}`);
}
process.exit(changed === 0 ? 0 : 1);

function joined(paragraphs: readonly string[], size: number): string[] {
  const articles: string[] = [];
  for (let at = 0; at < paragraphs.length; at += size) articles.push(paragraphs.slice(at, at + size).join('\n'));
  return articles;
}

function isConverted(text: string): boolean {
  return judgeScript(text, glossContext(text).count).converted;
}
