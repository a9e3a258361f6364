import type { Locale } from '../../chat/locale.ts';
import type { Refused } from './ask-server.ts';
import { fileReason } from './file-reasons.ts';
import { textsIn } from './texts/texts.ts';

/** Why something did not come, in words. */
export function problemText({ error, id = '-', reason }: Refused['refusal'], locale: Locale): string {
  const { problems } = textsIn(locale);
  if (error === 'failed') return problems.failed(id);
  if (error === 'no-article' && reason !== undefined) return `${problems[error]} ${fileReason(reason, locale)}`;
  return problems[error];
}
