import type { Locale } from '../../../chat/locale.ts';
import { reasonFor } from '../../../chat/texts/change-reasons.ts';
import { textsIn } from '../texts/texts.ts';
import type { Change } from './changes.ts';

/** Of a text so much is shown. UTF-16 units. */
const MOST_SHOWN = 240;

export interface ChangeDetailProps {
  readonly change: Change;
  /** How many changes of the article are the same. */
  readonly alike: number;
  /** Its place among those that are looked at, counted from 0; -1 where it is none of them. */
  readonly position: number;
  readonly count: number;
  readonly locale: Locale;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** What stood there, what it became, and why. */
export function ChangeDetail({ change, alike, position, count, locale, onStep, onClose }: ChangeDetailProps) {
  const texts = textsIn(locale);
  const number = (value: number) => value.toLocaleString(locale);
  const { kind, rule, from, to } = change;
  return (
    <section class="detail" aria-live="polite" aria-label={kind === 'repair' ? texts.repairedHere : texts.removedHere}>
      <dl>
        <dt>{kind === 'repair' ? texts.stoodThere : texts.removed}</dt>
        <dd>
          <del lang="zh">{shortened(from)}</del>
        </dd>
        {kind === 'repair' && (
          <>
            <dt>{texts.became}</dt>
            <dd>
              {to.trim() === '' ? <span class="quiet">{texts.nothing}</span> : <ins lang="zh">{shortened(to)}</ins>}
            </dd>
          </>
        )}
        <dt>{texts.why}</dt>
        <dd>
          {reasonFor(rule, locale)}
          {alike > 1 && <span class="quiet"> · {texts.alike(number(alike))}</span>}
        </dd>
      </dl>
      <div class="steps">
        <button type="button" aria-label={texts.before} disabled={position === 0} onClick={() => onStep(-1)}>
          ‹
        </button>
        <span>{position >= 0 && texts.of(number(position + 1), number(count))}</span>
        <button type="button" aria-label={texts.next} disabled={position === count - 1} onClick={() => onStep(1)}>
          ›
        </button>
      </div>
      <button type="button" class="close" aria-label={texts.close} onClick={onClose}>
        ×
      </button>
    </section>
  );
}

function shortened(text: string): string {
  const shown = text.trim() === '' ? '·' : text.trim();
  return shown.length <= MOST_SHOWN ? shown : `${shown.slice(0, MOST_SHOWN).toWellFormed()}…`;
}
