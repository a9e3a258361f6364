import { parseArticle } from '../../src/article/parse.ts';
import { damagedPage } from '../article/damage.ts';
import { seededRandom } from '../training/random.ts';
import type { QuestionSet } from './sets.ts';

/** What stands below the title of a damaged page. */
export const DATELINE = '2024-05-18 08:00 来源：海滨日报';

/**
 * The set with its article read from a page as mirror sites publish it: Traditional character by character, readings
 * behind characters, bytes lost, half-width marks on one in three, link spam. What was published in Traditional is
 * never converted, and so has no readings and lacks no bytes.
 * @param seed the same one gives the same page
 */
export function damagedSet({ article, questions }: QuestionSet, seed: number): QuestionSet {
  const { id, script, title, sections } = article;
  const head = [title, DATELINE];
  const page = { id, script, title, sections, head, foot: [], editors: [], breadcrumbs: [] };
  const isConverted = script === 'hans';
  const damage = {
    traditional: isConverted,
    leavesSomeAlone: seed % 2 === 0,
    glosses: isConverted,
    lostByte: isConverted,
    narrow: seed % 3 === 0,
    spam: true,
    encoding: 'utf8',
    lineBreak: '\n',
    indent: '　　',
  } as const;
  const random = seededRandom(seed);
  const bytes = damagedPage(page, damage, (n) => Math.floor(random() * n));
  return { article: parseArticle(bytes, id), questions };
}
