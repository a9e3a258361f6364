import { conversionMarks, countDoubleForms } from '../language/conversion-marks.ts';
import { scriptOf } from '../language/script.ts';
import type { Script } from './article.ts';

/** In which script a text was published, and whether it stands in the other one. */
export interface PublishedScript {
  readonly script: Script;
  /** Published in Simplified, it was converted to Traditional character by character. */
  readonly converted: boolean;
}

const SEVERAL_GLOSSES = 3;
const SEVERAL_MARKS = 2;

/** The evidence of a long report’s worth of text decides; more would only take time. */
const MAX_JUDGED = 50_000;
/** Converted text has a mark every few sentences: where so much has none, the rest is not looked at. */
const FIRST_JUDGED = 2000;

/** What is quoted is somebody else's, and may stand in another script: half the text without it is enough to judge by. */
const QUOTATION = /[“「《『][^“”「」《》『』]{8,300}[”」》』]/g;
const ENOUGH = 0.5;

function withoutQuotations(text: string): string {
  const rest = text.replace(QUOTATION, '');
  return rest.length >= text.length * ENOUGH ? rest : text;
}

/**
 * Judges the script of an article by its body. In doubt it was published as it stands.
 *
 * @param body without glosses.
 * @param glosses how many pinyin glosses the body had.
 */
export function judgeScript(body: string, glosses: number): PublishedScript {
  const sample = withoutQuotations(body.slice(0, MAX_JUDGED));
  if (scriptOf(sample) === 'hans') return { script: 'hans', converted: false };
  const converted = showsMarks(sample, glosses) && isConverted(sample, glosses);
  return { script: converted ? 'hans' : 'hant', converted };
}

function showsMarks(sample: string, glosses: number): boolean {
  if (glosses >= SEVERAL_GLOSSES || sample.length <= FIRST_JUDGED) return true;
  return conversionMarks(sample.slice(0, FIRST_JUDGED)).next().done !== true;
}

/**
 * Several glosses or wrongly spelled words, in a text that keeps to one Traditional form of
 * each Simplified character: a converter does so, a writer (后 and 後, 里 and 裡) not for long.
 */
function isConverted(sample: string, glosses: number): boolean {
  const contrary = 2 * countDoubleForms(sample);
  const isEnough = (marks: number) => {
    const signs = (glosses >= SEVERAL_GLOSSES ? glosses : 0) + (marks >= SEVERAL_MARKS ? marks : 0);
    return signs > 0 && contrary <= signs;
  };
  let marks = 0;
  if (isEnough(marks)) return true;
  for (const _ of conversionMarks(sample)) {
    marks += 1;
    if (isEnough(marks)) return true;
  }
  return false;
}
