import type { Article, Removal, Repair } from './article.ts';
import { bylineOf, dispatchOf } from './article-byline.ts';
import { printedName } from './bylines/bylines.ts';
import { decode } from './decode.ts';
import { defined } from './defined.ts';
import type { FileText } from './file-text.ts';
import { glossContext } from './gloss.ts';
import { contentHash } from './hash.ts';
import { lineOf, type StandingLine, standingLines } from './lines.ts';
import { readMetadata } from './metadata.ts';
import { type Page, readPage } from './page.ts';
import { placeholderContext } from './placeholder.ts';
import { judgeScript } from './published-script.ts';
import { type Diagnosis, hasHeadingMark, mayLackBytes, mend, respell } from './restoration.ts';
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
  return parseText({ text: decode(bytes), evidence: new Map(), told: {} }, id);
}

/** As `parseArticle`, of a file whose text has been made out already, and which says more than its words. */
export function parseText(file: FileText, id: string): Article {
  const { own, outside } = linesOfFile(file);
  const page = readPage(own.lines, own.glosses, {
    title: own.lines.find(({ at }) => at === file.titleAt),
    bodyAt: file.bodyAt,
  });
  const { restored, diagnosis, script } = restorePage(page, {
    glosses: own.glosses,
    placeholders: placeholderContext(own.text),
  });
  const textOf = (line: Page['title']) => (line === undefined ? undefined : restored.get(line)?.text);
  const behind = page.titleBehind;
  const title = [textOf(page.title), behind?.joint, textOf(behind?.line)].join('');
  const sections = divide(
    page.body.map((line) => {
      const heading = file.evidence.get(line.at)?.heading;
      // In a piece of a program it is none.
      const isComment = heading === false && line.text.startsWith('#');
      const isMarked = heading === true || (!isComment && hasHeadingMark(line.text));
      return { text: textOf(line) ?? '', isMarked, isUnlikely: heading === false || page.captions.has(line) };
    }),
  );
  const byline = bylineOf(sections);
  const writers = byline?.names.map((name) => printedName(byline.text, name)) ?? [];
  return {
    id,
    hash: contentHash(title, sections),
    title,
    ...dispatchOf(sections),
    ...file.told,
    ...defined({ subtitle: textOf(page.subtitle) }),
    // What the line of facts says comes last, and so counts for more than a byline in the text.
    ...(writers.length > 0 && { authors: [...new Set(writers)] }),
    ...readMetadata(page, diagnosis),
    script,
    sections,
    repairs: [
      ...unsearched(page, diagnosis),
      ...joinedTitle(page, file.text),
      ...[...restored.values()].flatMap(repairsOf),
    ].sort((one, other) => one.at - other.at),
    removed: [...page.removed.map(({ rule, line: { at, text } }) => ({ rule, at, text })), ...outside].sort(
      (one, other) => one.at - other.at,
    ),
  };
}

/** The lines that may be the article's, their text, and what the file itself says is not. */
function linesOfFile({ text, evidence }: FileText) {
  const all = standingLines(text);
  const inside = all.filter(({ at }) => evidence.get(at)?.outside === undefined);
  const ownText = inside.length === all.length ? text : inside.map((line) => line.text).join('\n');
  const glosses = glossContext(ownText);
  return {
    own: { lines: inside.map((line) => lineOf(line, glosses)), text: ownText, glosses },
    outside: runsOutside(all, text, evidence),
  };
}

/** One removal for lines that stand together and outside for the same reason. */
function runsOutside(lines: readonly StandingLine[], text: string, evidence: FileText['evidence']): Removal[] {
  const runs: Removal[] = [];
  let last: string | undefined;
  for (const line of lines) {
    const rule = evidence.get(line.at)?.outside;
    const run = rule !== undefined && rule === last ? runs.pop() : undefined;
    const at = run?.at ?? line.at;
    if (rule !== undefined) runs.push({ rule, at, text: text.slice(at, line.at + line.text.length) });
    last = rule;
  }
  return runs;
}

/** Says, as a repair of nothing, that lost bytes were not looked for: the text is odd throughout. */
function unsearched({ body: [first] }: Page, { mayLackBytes: isSearched }: Diagnosis): Repair[] {
  return isSearched || first === undefined ? [] : [{ rule: 'too-much-damage', at: first.at, from: '', to: '' }];
}

/** The break between two lines of a title. */
function joinedTitle({ title, titleBehind }: Page, text: string): Repair[] {
  if (title === undefined || titleBehind === undefined) return [];
  const at = title.at + title.text.length;
  return [{ rule: 'line-break', at, from: text.slice(at, titleBehind.line.at), to: titleBehind.joint }];
}

/** Repairs the article's own lines, by what was found in the whole file. The script is judged by the body alone, mended. */
function restorePage(page: Page, found: Pick<Diagnosis, 'glosses' | 'placeholders'>) {
  const own = [page.title, page.titleBehind?.line, page.subtitle, ...page.body].filter((line) => line !== undefined);
  const plain = own.map((line) => line.plain);
  const condition = { ...found, mayLackBytes: mayLackBytes(plain, found.glosses) };
  const mended = new Map(own.map((line) => [line, mend(line, condition)]));
  const body = page.body.map((line) => mended.get(line)?.text).join('\n');
  const glossesInBody = glossContext(page.body.map(({ text }) => text).join('\n')).count;
  const { script, converted } = judgeScript(body, glossesInBody);
  const restored = new Map([...mended].map(([line, revision]) => [line, respell(line, revision, converted)]));
  return { restored, script, diagnosis: { ...condition, converted } };
}
