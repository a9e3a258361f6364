import { hasSurname, mayBePenName } from './bylines/person-name.ts';
import { isChannel } from './bylines/publishers.ts';
import type { FieldKind } from './fact-labels.ts';
import { saysNothing } from './fact-words.ts';
import type { Field, Read } from './field.ts';

/** 来源云渡报, 作者季长风: a label run on into its value, which only a line of facts has. */
const RUN_ON_LABEL = /^(文章来源|来源|稿源|来自|转自|作者|责任编辑|责编|编辑)(?!于)(.{2,16})$/;
/** So long are all the words together of which nothing is known. UTF-16 units. */
const MAX_UNKNOWN_LENGTH = 20;
/** A longer word that opens the line is a title beside its date. */
const MAX_UNKNOWN_FIRST = 6;
/** An account has so many characters at least; 时讯 is a channel. */
const MIN_ACCOUNT = 3;
const MAX_LOOSE_LINE = 120;
const HAN = /\p{Script=Han}/u;

/** 原创 季长风 云渡风物: the line of an account. */
const ORIGINAL = /(?:^|\s)(?:原创|首发)\s/;
const MAX_ACCOUNT_WORDS = 2;
/** 《云渡文学》2021年第5期 */
const ISSUE = /\d{4}年?第?\d{1,3}期[)》]?$/;

/** Whether a folded word is a label run on into its value. */
export function isRunOnLabel(word: string): boolean {
  return RUN_ON_LABEL.test(word);
}

/** Whether a line with unknown words holds facts all the same: a date with its time, or two facts at least. Only where facts are due. */
export function mayBeFacts(folded: string, reads: readonly Read[]): boolean {
  if (folded.length > MAX_LOOSE_LINE) return false;
  const unknown = reads.filter(({ isUnknown }) => isUnknown);
  const lengths = unknown.map(({ start, end }) => end - start);
  if (lengths.reduce((sum, length) => sum + length, 0) > MAX_UNKNOWN_LENGTH) return false;
  const first = reads[0];
  if (first?.isUnknown && first.end - first.start > MAX_UNKNOWN_FIRST) return false;
  const known = reads.filter(
    ({ field, isEmpty, isUndated }) => isEmpty || isUndated || field?.isLabelled || field?.iso !== undefined,
  );
  const isTimed = reads.some(({ field }) => field?.iso?.includes('T'));
  const isNamed = known.length > 0 && unknown.every(({ start, end }) => hasSurname(folded.slice(start, end)));
  const isAccount = ORIGINAL.test(folded) && unknown.length <= MAX_ACCOUNT_WORDS;
  const isIssue = ISSUE.test(folded) && unknown.length === 1;
  const isPostedToday = TODAY.test(folded) && unknown.length === 1;
  return isTimed || isNamed || isAccount || isIssue || isPostedToday || known.length > 1;
}

/** 收藏本文 */
const BUTTON = /收藏|打印|举报|字体|本文|首页|返回|评论|分享|订阅|关注|阅读|(?:时间|:)$/;
/** 云渡风物 今天: the line of an account, as long as one shows it. */
const TODAY = /\s(?:今天|昨天|前天|\d{1,2}\s?(?:小时|天|周)前)$/;

/** A name beside a date is who wrote it, an account who published it, where nothing else is said of either. */
export function guessedFields(folded: string, reads: readonly Read[]): Field[] {
  const has = (kind: FieldKind) => reads.some(({ field }) => field?.kind === kind);
  const words = reads
    .filter(({ isUnknown }) => isUnknown)
    .map(({ start, end }) => ({ start, end, word: folded.slice(start, end) }));
  const runOn = words.flatMap(({ start, end, word }): Field[] => {
    const [, label = '', value = ''] = RUN_ON_LABEL.exec(word) ?? [];
    if (label === '') return [];
    const kind = label === '作者' ? 'author' : label.endsWith('编辑') || label === '责编' ? 'editor' : 'source';
    return (kind !== 'source' && !mayBePenName(value)) || saysNothing(value)
      ? []
      : [{ kind, start: start + label.length, end, isLabelled: true }];
  });
  const bare = words.filter(({ word }) => !RUN_ON_LABEL.test(word));
  const names = has('author') ? [] : bare.filter(({ word }) => hasSurname(word) && !isChannel(word));
  const accounts = bare.filter(
    ({ word }) =>
      !hasSurname(word) && word.length >= MIN_ACCOUNT && HAN.test(word) && !isChannel(word) && !BUTTON.test(word),
  );
  const account = has('source') || accounts.length !== 1 ? undefined : accounts[0];
  return [
    ...runOn,
    ...names.map(({ start, end }) => ({ kind: 'author' as const, start, end, isLabelled: true as const })),
    ...(account === undefined ? [] : [{ kind: 'source' as const, start: account.start, end: account.end }]),
  ];
}
