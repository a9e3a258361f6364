import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Locale } from '../../../chat/locale.ts';
import { DiscordMessage } from '../discord/message.tsx';
import { problemText } from '../problem-text.ts';
import { textsIn } from '../texts/texts.ts';
import type { Entry } from './entries.ts';
import type { Conversation as Held } from './use-conversation.ts';

export interface ConversationProps {
  readonly conversation: Held;
  readonly locale: Locale;
  /** What stands above all that was said. */
  readonly children: ComponentChildren;
}

/** What was said, and what the bot answered. */
export function Conversation({ conversation, locale, children }: ConversationProps) {
  const { entries, pending, use } = conversation;
  const texts = textsIn(locale);
  const list = useRef<HTMLOListElement>(null);
  const last = entries.at(-1)?.id;
  useEffect(() => {
    // A long answer is read from its beginning: what was asked goes to the top.
    const newest = list.current?.lastElementChild;
    if (newest === null || newest === undefined || newest === list.current?.firstElementChild) return;
    const above = newest.previousElementSibling;
    const isAsked = above?.matches('.asked, .checked') === true;
    (isAsked ? above : newest).scrollIntoView({ block: 'start' });
  }, [last, pending]);
  return (
    <div
      class="log"
      id="log"
      tabIndex={-1}
      role="log"
      aria-live="polite"
      aria-busy={pending > 0}
      aria-label={texts.conversation}
    >
      {children}
      <ol ref={list}>
        {entries.map((entry) => (
          <li key={entry.id} class={entry.kind === 'message' ? 'answer' : entry.kind}>
            <EntryView entry={entry} locale={locale} onUse={use} />
          </li>
        ))}
        {pending > 0 && (
          <li class="waiting">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {texts.waiting}
          </li>
        )}
      </ol>
    </div>
  );
}

interface EntryViewProps {
  readonly entry: Entry;
  readonly locale: Locale;
  readonly onUse: Held['use'];
}

function EntryView({ entry, locale, onUse }: EntryViewProps) {
  const texts = textsIn(locale);
  const place = useRef<HTMLDivElement>(null);
  switch (entry.kind) {
    case 'asked':
    case 'checked':
      return (
        <>
          <span class="who">{entry.kind === 'asked' ? texts.you : texts.somebody}</span>
          <p class="words">{entry.text}</p>
        </>
      );
    case 'problem':
      return (
        <>
          <p>{problemText(entry.refusal, locale)}</p>
          {entry.refusal.error !== 'locked' && (
            <button type="button" class="plain" onClick={entry.again}>
              {texts.again}
            </button>
          )}
        </>
      );
    case 'message':
      return (
        <div
          ref={place}
          tabIndex={-1}
          onFocusOut={({ relatedTarget }) => {
            // A button that is gone with the card it stood in leaves its place to the card that came.
            if (relatedTarget === null) setTimeout(() => keepFocus(place.current));
          }}
        >
          <DiscordMessage
            body={entry.message.body}
            files={entry.message.files}
            locale={locale}
            sentAt={entry.at}
            onUse={(used) => onUse(entry, used)}
          />
        </div>
      );
  }
}

function keepFocus(place: HTMLElement | null): void {
  if (place?.isConnected === true && document.activeElement === document.body && document.hasFocus()) {
    place.focus({ preventScroll: true });
  }
}
