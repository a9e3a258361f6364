import { NotAnArticle } from '../article/article.ts';
import type { FileText } from '../article/file-text.ts';
import { frequentShare } from '../language/frequent-characters.ts';

/** So much of a text is looked at. Characters. */
const SAMPLE = 200_000;
/** Less than this is too little to tell. Letters. */
const MIN_LETTERS = 20;
const MIN_HAN_SHARE = 0.15;
const MAX_KANA_SHARE = 0.12;
/** Of so many Chinese characters a half are frequent ones, in whatever text; of noise a fiftieth. */
const MIN_TELLING = 80;
const MIN_FREQUENT_SHARE = 0.12;
const ENGLISH = /\b(?:the|and|of|to|in|is|that|for)\b/gi;

/**
 * @throws NotAnArticle where the text that may be the article's is in another language, with its name
 */
export function requireChinese({ text, evidence }: FileText): void {
  const own = evidence.size === 0 ? text : withoutOutside(text, evidence);
  const sample = own.slice(0, SAMPLE);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\u3041-\u30fa\u30fc]/g);
  const hangul = count(/\p{Script=Hangul}/gu);
  const letters = count(/\p{L}/gu);
  if (letters < MIN_LETTERS) return;
  if (kana > MAX_KANA_SHARE * (han + kana)) throw foreign('Japanese');
  if (hangul > han) throw foreign('Korean');
  if (han >= MIN_TELLING && frequentShare(sample) < MIN_FREQUENT_SHARE) {
    throw new NotAnArticle(
      'the characters make no Chinese text: the file was once saved or read in a wrong encoding; get it again, and save it as UTF-8',
    );
  }
  if (han >= MIN_HAN_SHARE * letters) return;
  const isEnglish = (sample.match(ENGLISH)?.length ?? 0) * 40 > letters;
  throw foreign(isEnglish ? 'English' : 'another language');
}

function withoutOutside(text: string, evidence: FileText['evidence']): string {
  let at = 0;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    if (evidence.get(at)?.outside === undefined) lines.push(line);
    at += line.length + 1;
  }
  return lines.join('\n');
}

function foreign(language: string): NotAnArticle {
  return new NotAnArticle(`the text is in ${language}; only articles in Chinese are read`);
}
