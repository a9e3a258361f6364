import type { Doubt } from '../doubts.ts';
import type { Refusal } from '../refusals.ts';

/** Everything that a moderator reads. */
export interface CurationTexts {
  readonly labels: {
    readonly add: string;
    readonly addOther: string;
    readonly replace: string;
    readonly cancel: string;
    readonly back: string;
    readonly previous: string;
    readonly next: string;
    readonly list: string;
    readonly post: string;
    readonly rename: string;
    readonly remove: string;
    readonly restore: string;
    readonly removals: string;
    readonly unbind: string;
    readonly done: string;
    readonly quote: string;
    readonly erase: string;
    readonly forget: string;
    readonly settings: string;
    readonly notMeant: string;
    /** Facts about an article. */
    readonly opening: string;
    readonly closing: string;
    readonly doubtful: string;
    readonly refused: string;
    readonly identifier: string;
    readonly addedOn: string;
    readonly boundTo: string;
    readonly repairs: string;
    readonly removedText: string;
    /** Settings. */
    readonly addingRoles: string;
    readonly mentions: string;
    readonly publicLanguage: string;
    readonly unanswered: string;
    readonly operators: string;
    /** Forms. */
    readonly formAdd: string;
    readonly files: string;
    readonly filesHint: string;
    readonly text: string;
    readonly textHint: string;
    /** What a text that came without a file is called. */
    readonly pasted: string;
    readonly formTitle: string;
    readonly newTitle: string;
    readonly formQuote: string;
    readonly address: string;
    readonly addressHint: string;
  };
  readonly unknown: string;
  addAll(count: number): string;
  edits(repairs: number, removals: number): string;
  page(number: number, of: number): string;
  cut(more: number): string;
  times(count: number): string;
  /** Above a preview. */
  preview(number: number, of: number): string;
  sameText(title: string, date: string): string;
  olderVersion(title: string, date: string): string;
  doubt(doubt: Doubt): string;
  refusal(refusal: Refusal): string;
  refusedFile(name: string, why: string): string;
  noneRead(): string;
  nothingGiven(): string;
  draftGone(): string;
  draftTooLarge(): string;
  cancelled(): string;
  added(title: string, id: string): string;
  replaced(title: string): string;
  /** @param count of all of them, of which these are the first */
  addedSeveral(titles: readonly string[], count: number): string;
  /** Of an upload whose first articles were added. */
  restNotAdded(): string;
  posted(title: string): string;
  /** Rights. */
  mayNotAdd(): string;
  mayNotManage(): string;
  onlyInServers(): string;
  /** Where it cannot be done now. */
  storeUnavailable(): string;
  uploadsBusy(): string;
  limit(limit: 'articles' | 'bytes' | 'uploadsPerDay', most: number): string;
  /** The shelf. */
  nothingHere(): string;
  listed(count: number): string;
  choose(): string;
  /** What a control was about is no longer there. */
  articleGone(): string;
  severalSo(asked: string): string;
  noSuchArticle(asked: string): string;
  askRemove(title: string): string;
  removed(title: string): string;
  noneRemoved(): string;
  restorable(): string;
  restored(title: string): string;
  renamed(title: string): string;
  bindHint(): string;
  bound(title: string): string;
  unbound(): string;
  /** Of one channel: the article may still be bound to others. */
  channelUnbound(): string;
  notBound(): string;
  places(count: number): string;
  /** Settings. */
  settingsHint(): string;
  noRoles(): string;
  rolesHint(): string;
  chooseRoles(): string;
  chooseMentions(): string;
  chooseChannels(): string;
  chooseLanguage(): string;
  mentionsAre(where: 'everywhere' | 'nowhere' | 'in-channels'): string;
  language(locale: 'zh-CN' | 'zh-TW' | 'en' | undefined): string;
  keepsUnanswered(keeps: boolean): string;
  switchUnanswered(keeps: boolean): string;
  hasOperators(has: boolean): string;
  switchOperators(has: boolean): string;
  /** Questions without an answer. */
  unansweredOff(): string;
  unansweredOn(): string;
  noneUnanswered(): string;
  unansweredCount(open: number): string;
  chooseQuestion(): string;
  because(notMeant: number): string;
  settled(): string;
  quoted(address: string): string;
  noSuchPassage(typed: string): string;
  askErase(): string;
  erased(): string;
  /** To who pressed the button on an answer. */
  noted(): string;
  /** Because the server no longer keeps questions, or because it cannot now. */
  notNoted(): string;
  onlyAsker(): string;
  askForget(): string;
  forgotten(): string;
}
