import { useRef, useState } from 'preact/hooks';
import type { Locale } from '../../../chat/locale.ts';
import { textsIn } from '../texts/texts.ts';

/** As long as a message on Discord may be. Characters. */
const LONGEST = 4_000;

export interface ComposerProps {
  readonly locale: Locale;
  readonly onAsk: (text: string) => void;
  readonly onCheck: (text: string) => void;
}

type Kind = 'ask' | 'check';

/** Where one types: a question, or words to be checked. */
export function Composer({ locale, onAsk, onCheck }: ComposerProps) {
  const texts = textsIn(locale);
  const [kind, setKind] = useState<Kind>('ask');
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const isTooLong = text.length > LONGEST;

  function send(event: Event): void {
    event.preventDefault();
    const words = text.trim();
    if (words === '' || isTooLong) return;
    (kind === 'ask' ? onAsk : onCheck)(words);
    setText('');
    box.current?.focus();
  }

  const choice = (value: Kind, label: string) => (
    <label>
      <input type="radio" name="kind" value={value} checked={kind === value} onChange={() => setKind(value)} />
      <span class="choice">{label}</span>
    </label>
  );
  return (
    <form class="composer" onSubmit={send}>
      <fieldset>
        <legend class="unseen">{texts.kind}</legend>
        {choice('ask', texts.asks)}
        {choice('check', texts.checks)}
      </fieldset>
      <div class="box">
        <textarea
          class="typed"
          id="words"
          ref={box}
          rows={kind === 'ask' ? 1 : 3}
          value={text}
          aria-label={kind === 'ask' ? texts.askLabel : texts.checkLabel}
          placeholder={kind === 'ask' ? texts.askPlaceholder : texts.checkPlaceholder}
          aria-invalid={isTooLong}
          aria-describedby={isTooLong ? 'too-long' : undefined}
          enterkeyhint="send"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            // While characters are being composed, the key takes one of those that are offered.
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
          }}
        />
        <button type="submit" class="primary" disabled={text.trim() === '' || isTooLong}>
          {kind === 'ask' ? texts.send : texts.checkButton}
        </button>
      </div>
      {isTooLong && (
        <p id="too-long" role="alert" class="problem">
          {texts.tooLong(LONGEST.toLocaleString(locale))}
        </p>
      )}
    </form>
  );
}
