import type { Frame } from '../frame.ts';
import type { Scene } from '../scene.ts';
import type { Candidate } from './candidate.ts';
import { isBearer, looksLikePerson } from './naming.ts';
import type { Run, RunType } from './run.ts';

const COUNTED: ReadonlySet<RunType> = new Set(['quantity', 'duration', 'percentage', 'ordinal']);

/** 多少户 wants 户: where a run has the unit that is asked for, 44岁 and 1248人 are no candidates. */
export function countedAsAsked({ frame, passage }: Scene, runs: readonly Run[]): Run[] {
  const hasUnit = (run: Run): boolean => passage.folded.slice(run.start, run.end).endsWith(frame.unit);
  const isAnswered = frame.unit !== '' && runs.some((run) => COUNTED.has(run.type) && hasUnit(run));
  return runs.filter((run) => !isAnswered || !COUNTED.has(run.type) || hasUnit(run));
}

/** Whether the candidate alone in its sentence counts what is asked for: 408户 for 多少户. */
export function aloneCounts({ frame, passage }: Scene, { run, peers }: Candidate): boolean {
  if (frame.unit === '') return false;
  const counting = peers.filter(
    ({ start, end, type }) => COUNTED.has(type) && passage.folded.slice(start, end).endsWith(frame.unit),
  );
  return counting.length === 1 && counting[0] === run;
}

/** Asks for a year and nothing finer. */
const YEAR_ASKED = /[哪那何几多少]一?个?年(?!代|级)|年份/;
/** Asks for a point of time, however fine. */
const TIME_ASKED = /[什甚]么时|何时|几时|时间|日期|时候|[哪何几]一?[天日]|几[月号]/;
const DATED: ReadonlySet<RunType> = new Set(['date', 'year']);
/** 1949 of 1949年至1990年 is a time of its own. */
const FROM_TO = /^[至到–—~～-]/;

/** 何时 wants the date as it is written, 哪一年 its year alone: never are both 2020年2月 and 2020年 candidates. */
export function datedAsAsked({ frame, passage }: Scene, runs: readonly Run[]): Run[] {
  const asked = timeAsked(frame);
  if (asked === undefined) return [...runs];
  const isYearOf = (part: Run, whole: Run): boolean =>
    part.type === 'year' &&
    DATED.has(whole.type) &&
    part.start === whole.start &&
    part.end < whole.end &&
    !FROM_TO.test(passage.folded.slice(part.end));
  return runs.filter((run) => !runs.some((other) => (asked === 'year' ? isYearOf(other, run) : isYearOf(run, other))));
}

/** A date that leaves no question open. */
const WITH_MONTH = /年[^年月]*月/;

/** Whether the candidate is all its sentence has of dates, and complete: 2020年2月 for 何时. */
export function aloneDates({ frame }: Scene, { run, text, peers }: Candidate): boolean {
  if (timeAsked(frame) !== 'time' || !DATED.has(run.type) || !WITH_MONTH.test(text)) return false;
  return peers.every(({ type, start, end }) => !DATED.has(type) || (start >= run.start && end <= run.end));
}

/** What goes on with a name: a foreign name's next part, or the next person. */
const GOES_ON = /^[·・‧•、和与及]/;
const CALLED = /叫做?$/;

/** The name right behind the office that is asked for: 程立 in 赛事总监程立表示 for 赛事总监是谁; undefined where none stands there. */
export function nameOfBearer({ frame }: Scene, candidates: readonly Candidate[]): Candidate | undefined {
  const isAsked = frame.asked === 'person' || CALLED.test(frame.left);
  if (!isAsked || !isBearer(frame.noun)) return undefined;
  return candidates
    .filter((candidate) => candidate.before.endsWith(frame.noun) && !GOES_ON.test(candidate.after))
    .filter((candidate) => looksLikePerson(candidate) && !endsWithVerb(candidate))
    .sort((a, b) => b.text.length - a.text.length)[0];
}

function endsWithVerb({ words }: Candidate): boolean {
  return words.length > 1 && words.at(-1)?.tag.startsWith('v') === true;
}

/** Whether a year is asked for, or a point of time however fine; undefined for neither. */
function timeAsked({ folded, gap }: Frame): 'year' | 'time' | undefined {
  const asking = folded.slice(gap.start, gap.end + 2);
  if (YEAR_ASKED.test(asking)) return 'year';
  return TIME_ASKED.test(asking) ? 'time' : undefined;
}
