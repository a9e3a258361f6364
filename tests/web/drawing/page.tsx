import { render } from 'preact';
import type { Locale } from '../../../src/chat/locale.ts';
import { DiscordMessage } from '../../../src/web/site/discord/message.tsx';
import type { AttachedFile, Payload, Use } from '../../../src/web/site/discord/payload.ts';

/** A message to draw, with what is written above it. */
export interface DrawnMessage {
  readonly title: string;
  readonly locale: Locale;
  readonly body: Payload;
  readonly files: readonly AttachedFile[];
}

declare global {
  interface Window {
    /** Draws messages, one below the other: anew, or as changes of those that are there. */
    drawMessages(messages: readonly DrawnMessage[], how: 'anew' | 'changed'): void;
    /** What was used since they were drawn. */
    uses: Use[];
  }
}

window.uses = [];
window.drawMessages = (messages, how) => {
  window.uses = [];
  const root = document.querySelector('main');
  if (root === null) throw new Error('the page has no place to draw in');
  if (how === 'anew') render(null, root);
  render(
    messages.map(({ title, locale, body, files }, at) => (
      <section key={at} lang={locale}>
        <h2>{title}</h2>
        <DiscordMessage body={body} files={files} locale={locale} onUse={(use) => window.uses.push(use)} />
      </section>
    )),
    root,
  );
};
