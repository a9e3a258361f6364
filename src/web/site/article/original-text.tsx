import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../../chat/locale.ts';
import { reasonFor } from '../../../chat/texts/change-reasons.ts';
import type { Shown } from '../../api.ts';
import { textsIn } from '../texts/texts.ts';
import { ChangeDetail } from './change-detail.tsx';
import { type Change, changesOf, countAlike, type Piece, piecesOf, reasonsOf } from './changes.ts';

/** So many pieces are drawn at first, and so many more each time: a book has a hundred thousand. */
const PIECES_AT_A_TIME = 4_000;

export interface OriginalTextProps {
  readonly shown: Shown;
  readonly locale: Locale;
}

/** The file as it was, with every repair and removal in it to be tapped. */
export function OriginalText({ shown: { article, original }, locale }: OriginalTextProps) {
  const texts = textsIn(locale);
  const changes = useMemo(() => changesOf(article), [article]);
  const pieces = useMemo(() => (original === undefined ? [] : piecesOf(original, changes)), [original, changes]);
  const [chosen, setChosen] = useState<number>();
  const [reason, setReason] = useState<string>();
  const [most, setMost] = useState(PIECES_AT_A_TIME);
  const text = useRef<HTMLElement>(null);
  const count = (number: number) => number.toLocaleString(locale);
  const inReason = useMemo(
    () => changes.filter(({ rule }) => reason === undefined || reasonFor(rule, locale) === reason),
    [changes, reason, locale],
  );
  const change = chosen === undefined ? undefined : changes[chosen];

  /** Brings a change into sight, drawing as much as it takes. */
  function show(next: Change | undefined): void {
    if (next === undefined) return;
    const place = pieces.findIndex((piece) => 'change' in piece && piece.change === next);
    if (place >= most) setMost(place + PIECES_AT_A_TIME);
    setChosen(next.index);
  }

  useEffect(() => {
    if (chosen === undefined) return;
    const button = text.current?.querySelector<HTMLElement>(`[data-change="${chosen}"]`);
    button?.scrollIntoView({ block: 'center' });
    button?.focus({ preventScroll: true });
  }, [chosen]);

  if (changes.length === 0) return <p class="quiet">{texts.noChanges}</p>;
  const reasons = (
    <details class="reasons">
      <summary>{texts.byReason}</summary>
      <ul>
        {[{ reason: undefined, count: changes.length }, ...reasonsOf(changes, locale)].map((one) => (
          <li key={one.reason ?? ''}>
            <button
              type="button"
              aria-pressed={reason === one.reason}
              onClick={() => {
                setReason(one.reason);
                show(changes.find(({ rule }) => one.reason !== undefined && reasonFor(rule, locale) === one.reason));
              }}
            >
              {one.reason ?? texts.everything} <span class="count">{count(one.count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
  if (original === undefined) {
    return (
      <>
        <p class="quiet">{texts.noOriginal}</p>
        {reasons}
      </>
    );
  }
  const position = change === undefined ? -1 : inReason.indexOf(change);
  const step = (by: number) => {
    const from = position === -1 ? (by > 0 ? -1 : inReason.length) : position;
    show(inReason[Math.min(inReason.length - 1, Math.max(0, from + by))]);
  };
  const onKey = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    if (move === 'close') setChosen(undefined);
    else step(move);
  };
  return (
    <>
      <p class="quiet">{texts.changesIntro(count(article.repairs.length), count(article.removed.length))}</p>
      {reasons}
      {/* Of hundreds of buttons one is in the order of tabs, and arrows lead on. */}
      <section
        ref={text}
        class={`original${reason === undefined ? '' : ' filtered'}`}
        aria-label={texts.original}
        lang={article.script === 'hant' ? 'zh-Hant' : 'zh-Hans'}
        onKeyDown={onKey}
      >
        {pieces.slice(0, most).map((piece, at) => (
          <OriginalPiece
            // Nothing is ever put between pieces.
            key={at}
            piece={piece}
            isChosen={'change' in piece && piece.change.index === chosen}
            isTabStop={'change' in piece && piece.change.index === (chosen ?? inReason[0]?.index)}
            isDimmed={'change' in piece && reason !== undefined && reasonFor(piece.change.rule, locale) !== reason}
            locale={locale}
            onChoose={setChosen}
          />
        ))}
      </section>
      {pieces.length > most && (
        <button type="button" class="plain" onClick={() => setMost(most + PIECES_AT_A_TIME)}>
          {texts.more}
        </button>
      )}
      {change !== undefined && (
        <ChangeDetail
          change={change}
          alike={countAlike(change, changes)}
          position={position}
          count={inReason.length}
          locale={locale}
          onStep={step}
          onClose={() => {
            const button = text.current?.querySelector<HTMLElement>(`[data-change="${change.index}"]`);
            setChosen(undefined);
            button?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}

const MOVES: Readonly<Record<string, number | 'close'>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Escape: 'close',
};

interface OriginalPieceProps {
  readonly piece: Piece;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
  readonly isDimmed: boolean;
  readonly locale: Locale;
  readonly onChoose: (index: number) => void;
}

function OriginalPiece({ piece, isChosen, isTabStop, isDimmed, locale, onChoose }: OriginalPieceProps) {
  if ('text' in piece) return <span>{condensed(piece.text)}</span>;
  const { kind, index, from } = piece.change;
  const texts = textsIn(locale);
  return (
    <button
      type="button"
      class={`change ${kind}${isChosen ? ' chosen' : ''}${isDimmed ? ' dimmed' : ''}`}
      data-change={index}
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isChosen}
      aria-description={kind === 'repair' ? texts.repairedHere : texts.removedHere}
      onClick={() => onChoose(index)}
    >
      {visible(condensed(from))}
    </button>
  );
}

/** Empty lines of a page say nothing: of several in a row one is left. */
function condensed(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\n\s*\n/g, '\n\n');
}

/** What cannot be seen has a sign in its place, so that it can be tapped. */
function visible(text: string): string {
  const seen = text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '·');
  return seen.trim() === '' ? (seen.includes('\n') ? '↵\n' : '·') : seen;
}
