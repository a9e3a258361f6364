import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../../chat/locale.ts';
import type { Outcome } from '../../api.ts';
import { Refused, server } from '../ask-server.ts';
import { afterUse, type Entry } from './entries.ts';

/** A conversation with the bot about an article. */
export interface Conversation {
  readonly entries: readonly Entry[];
  /** How many answers are on their way. */
  readonly pending: number;
  /** Words to the bot; a command where they begin with a slash. */
  say(text: string): void;
  /** Somebody's words, to be held against the article. */
  check(text: string): void;
  use(entry: Entry, used: { readonly customId: string; readonly values?: readonly string[] }): void;
}

/**
 * A conversation of its own for each article, which the bot opens with questions to tap.
 * @param shelf of an article that was laid down
 */
export function useConversation(locale: Locale, shelf: string | undefined): Conversation {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [pending, setPending] = useState(0);
  /** Which conversation an answer belongs to: what comes for one that is over is dropped. */
  const channel = useRef('');
  const about = useRef<string | undefined>(undefined);
  const next = useRef(0);
  const where = { locale, ...(shelf !== undefined && { shelf }) };

  const wait = useCallback((asked: (channel: string) => Promise<Outcome>, used?: number) => {
    const from = channel.current;
    setPending((count) => count + 1);
    asked(from)
      .then(
        (outcome) => {
          if (from !== channel.current) return;
          next.current += 1;
          const id = next.current;
          setEntries((before) => afterUse(before, used ?? -1, outcome, id));
        },
        (error: unknown) => {
          if (!(error instanceof Refused)) throw error;
          if (from !== channel.current) return;
          next.current += 1;
          const id = next.current;
          const again = () => {
            setEntries((before) => before.filter((entry) => entry.id !== id));
            wait(asked, used);
          };
          setEntries((before) => [...before, { id, kind: 'problem', refusal: error.refusal, again }]);
        },
      )
      .finally(() => {
        if (from === channel.current) setPending((count) => count - 1);
      });
  }, []);

  function add(kind: 'asked' | 'checked', text: string): void {
    next.current += 1;
    const id = next.current;
    setEntries((before) => [...before, { id, kind, text }]);
  }

  useEffect(() => {
    const isAboutAnother = about.current !== (shelf ?? '');
    // Where something was said, it stays as it is in another language.
    if (!isAboutAnother && entries.length > 1) return;
    about.current = shelf ?? '';
    channel.current = crypto.randomUUID().slice(0, 13);
    setEntries([]);
    setPending(0);
    wait((from) => server.say({ ...where, channel: from, text: '' }));
  }, [locale, shelf]);

  return {
    entries,
    pending,
    say(text) {
      add('asked', text);
      wait((from) => server.say({ ...where, channel: from, text }));
    },
    check(text) {
      add('checked', text);
      wait((from) => server.check({ ...where, channel: from, text }));
    },
    use(entry, { customId, values = [] }) {
      if (entry.kind !== 'message') return;
      const flags = Number(entry.message.body.flags);
      wait((from) => server.use({ ...where, channel: from, customId, values: [...values], flags }), entry.id);
    },
  };
}
