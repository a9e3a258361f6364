import type { Section } from './article.ts';
import { readByline } from './byline.ts';
import { withPlainBars } from './fact-labels.ts';
import type { Fact } from './page.ts';
import { isPenName } from './person-name.ts';
import { bylineOf } from './text-byline.ts';

/** Who wrote an article, as the lines of facts on its page say, in their order. */
export function authorsInFacts(facts: readonly Fact[]): string[] {
  return facts.filter(({ field }) => field.kind === 'author').flatMap(namesIn);
}

/** 记者：谢谢您接受采访 ends an interview; a group may write, and it has no surname. */
const AUTHOR_LABEL = /(?:作者|撰文|撰稿人?|执笔)\s*[:/|]\s*$/;

function namesIn({ line, field: { start, end, isLabelled } }: Fact): string[] {
  const folded = withPlainBars(line.folded);
  const [value, foldedValue] = [line.plain.slice(start, end), folded.slice(start, end)];
  const byline = readByline(foldedValue, 0, isLabelled ? 'label' : 'line');
  if (byline !== undefined) return byline.names.map((name) => withoutSpaces(value.slice(name.start, name.end)));
  return AUTHOR_LABEL.test(folded.slice(0, start)) && isPenName(foldedValue) ? [value] : [];
}

/** 李　明 is set wide; John Smith is not. */
function withoutSpaces(name: string): string {
  return /\p{Script=Latin}/u.test(name) ? name : name.replace(/\s+/g, '');
}

/** Who wrote an article, as its own text says: （本报记者 张三）, 新华社北京5月1日电（记者李四）. */
export function authorsInText(sections: readonly Section[]): string[] {
  const byline = bylineOf(sections);
  return byline === undefined ? [] : byline.names.map(({ start, end }) => withoutSpaces(byline.text.slice(start, end)));
}
