import { hasSurname, isAccount, isSurname, mayBeName, mayBePenName, nameBeforePlace } from './person-name.ts';
import { isPublisher } from './publishers.ts';
import { atBoundary, matchAt, RUN_ON_OTHER, RUN_ON_WROTE } from './words.ts';

/** A name in a byline, with what runs on from it. */
export interface BylineName {
  readonly end: number;
  /** Behind what runs on from the name: 王小明摄, 李四报道. */
  readonly behind: number;
  /** What that says they did. */
  readonly deed?: 'wrote' | 'other';
}

/**
 * How sure it is that a name stands here: nothing before it says so and only a surname can tell;
 * a role does, as 记者; or a label does, behind which pen names stand too.
 */
export type NameContext = 'open' | 'due' | 'labelled';

const HAN_RUN = /\p{Script=Han}+/uy;
const DOTTED_RUN = /[\p{Script=Han}\p{Script=Latin}]{1,12}(?:[·•・‧∙][\p{Script=Han}\p{Script=Latin}]{1,12}){1,4}/uy;
const LATIN_NAME =
  /(?!and\b)\p{Script=Latin}[\p{Script=Latin}'’.-]*(?: (?!and\b)\p{Script=Latin}[\p{Script=Latin}'’.-]*){0,3}/uy;
const SPACED_NAME = /\p{Script=Han}\s{1,4}\p{Script=Han}(?:\s{1,4}(?![文图摄])\p{Script=Han}(?!\p{Script=Han}))?/uy;
const WRITER_INSIDE = /(?:本报)?(?:见习|实习)?(?:记者|通讯员|实习生|摄影)/;
/** （作者王芳系江城大学教授） */
const DESCRIPTION = /^(\p{Script=Han}{2,3})[系为是]\p{Script=Han}{2,}/u;

/** The longest run that is looked into, with a place and what they did behind the name. */
const MAX_RUN = 16;
const MAX_RUN_ON = 8;

/**
 * The name that begins at this place of a folded byline.
 * @param isSaid whether something has said that names follow: only then are foreign ones told from other words.
 */
export function nameAt(text: string, at: number, context: NameContext, isSaid: boolean): BylineName | undefined {
  const foreign = isSaid ? foreignNameEnd(text, at) : undefined;
  if (foreign !== undefined) return { end: foreign, behind: foreign };
  const spaced = atBoundary(text, matchAt(SPACED_NAME, text, at));
  if (spaced !== undefined && isSurname(text.charAt(at))) return { end: spaced, behind: spaced };
  const runEnd = matchAt(HAN_RUN, text, at);
  if (runEnd === undefined) return undefined;
  const isCalled = { open: hasSurname, due: mayBeName, labelled: mayBePenName }[context];
  const isName = (name: string) => isCalled(name) && !isOutlet(text, at, name);
  const run = text.slice(at, Math.min(runEnd, at + MAX_RUN));
  return runOnName(text, at, run, isName) ?? wholeName(text, at, run, isName);
}

function foreignNameEnd(text: string, at: number): number | undefined {
  const dotted = atBoundary(text, matchAt(DOTTED_RUN, text, at));
  if (dotted !== undefined) return dotted;
  const latin = atBoundary(text, matchAt(LATIN_NAME, text, at));
  const isName = latin !== undefined && latin - at > 2 && !isAccount(text.slice(at, latin));
  return isName ? latin : undefined;
}

/** 王小明摄, 张三文/图, 李四台北报道. */
function runOnName(text: string, at: number, run: string, isName: (name: string) => boolean): BylineName | undefined {
  for (let length = 2; length <= Math.min(run.length, MAX_RUN_ON); length += 1) {
    const wrote = matchAt(RUN_ON_WROTE, text, at + length);
    const behind = wrote ?? matchAt(RUN_ON_OTHER, text, at + length);
    if (behind === undefined) continue;
    const written = run.slice(0, length);
    const nameLength =
      nameBeforePlace(written) ??
      (isName(written) ? length : undefined) ??
      (wrote === undefined ? undefined : nameBeforeUnknownPlace(written));
    const deed = wrote === undefined ? 'other' : 'wrote';
    return nameLength === undefined ? undefined : { end: at + nameLength, behind, deed };
  }
  return undefined;
}

/** 阮南星海棠湾: a place that no dictionary has, behind a name of the usual three characters. */
function nameBeforeUnknownPlace(written: string): number | undefined {
  const [name, place] = [written.slice(0, 3), written.slice(3)];
  return place.length >= 2 && hasSurname(name) && !hasSurname(place) ? name.length : undefined;
}

function wholeName(text: string, at: number, run: string, isName: (name: string) => boolean): BylineName | undefined {
  const found = (length: number, behind = at + length) => ({ end: at + length, behind });
  const next = run.slice(2).search(WRITER_INSIDE);
  if (next >= 0) return isName(run.slice(0, next + 2)) ? found(next + 2) : undefined;
  const described = DESCRIPTION.exec(run)?.[1];
  if (described !== undefined && run.length > 4) return hasSurname(described) ? found(described.length) : undefined;
  if (atBoundary(text, at + run.length) === undefined) return undefined;
  const name = run.length > 2 && run.endsWith('等') ? run.slice(0, -1) : run;
  return isName(name) ? found(name.length, at + run.length) : undefined;
}

/** 文汇报 张三, but a 王靖台 behind whom nobody stands may be called so. */
function isOutlet(text: string, at: number, name: string): boolean {
  if (!isPublisher(name)) return false;
  return (
    !hasSurname(name) ||
    /^\s+\p{Script=Han}{2,4}(?=[\s、,)|]|$)/u.test(text.slice(at + name.length, at + name.length + 8))
  );
}
