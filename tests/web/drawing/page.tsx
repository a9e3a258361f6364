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
    /** Draws messages, one below the other, in place of what was there. */
    drawMessages(messages: readonly DrawnMessage[]): void;
    /** What was used since they were drawn. */
    uses: Use[];
  }
}

window.uses = [];
window.drawMessages = (messages) => {
  window.uses = [];
  const root = document.querySelector('main');
  if (root === null) throw new Error('the page has no place to draw in');
  // From nothing: what somebody had opened or chosen is not for the next ones.
  render(null, root);
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
