import type { Locale } from '../../../chat/locale.ts';
import { Components } from './component.tsx';
import { Icon } from './icon.tsx';
import { type MarkdownBlock, readMarkdown } from './markdown.ts';
import { Markdown } from './markdown-view.tsx';
import { type AttachedFile, type Component, FLAG, type Payload, type Use } from './payload.ts';
import { MessageContext } from './surroundings.ts';
import { frameTextsIn } from './texts.ts';

const EYE = 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0';

export interface DiscordMessageProps {
  readonly body: Payload;
  readonly files: readonly AttachedFile[];
  /** A button or a select was used. */
  readonly onUse: (use: Use) => void;
  readonly locale: Locale;
  /** When it came; unknown it is not told. */
  readonly sentAt?: Date;
}

/**
 * A message of the bot as Discord draws it. Nothing is asked of anywhere, and nothing of it is read as
 * HTML. Its author's name is a heading of the third level; its own headings begin below that.
 */
export function DiscordMessage({ body, files, onUse, locale, sentAt }: DiscordMessageProps) {
  const texts = frameTextsIn(locale);
  const { content = '', components, flags = 0 } = body;
  return (
    <MessageContext.Provider value={{ locale, files, onUse, headings: headingsOf(body) }}>
      <article class="discord-message" lang={locale}>
        <Seal />
        <div class="discord-body">
          <header class="discord-header">
            <h3 class="discord-author">{texts.bot}</h3>
            <span class="discord-badge">{texts.badge}</span>
            {sentAt === undefined ? null : <SentAt date={sentAt} locale={locale} />}
          </header>
          {content === '' ? null : <Markdown text={content} />}
          <Components components={components} />
          {(flags & FLAG.ephemeral) === 0 ? null : (
            <p class="discord-ephemeral">
              <Icon path={EYE} size={16} />
              {texts.onlyYou}
            </p>
          )}
        </div>
      </article>
    </MessageContext.Provider>
  );
}

/** The levels of headings anywhere in a message, the greatest first. */
function headingsOf({ content = '', components = [] }: Payload): number[] {
  const levels = [content, ...textsOf(components)].flatMap((text) => levelsIn(readMarkdown(text)));
  return [...new Set(levels)].sort((one, other) => one - other);
}

function textsOf(components: readonly Component[]): string[] {
  return components.flatMap(({ content = '', components = [] }) => [content, ...textsOf(components)]);
}

function levelsIn(blocks: readonly MarkdownBlock[]): number[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return levelsIn(block.blocks);
    return block.kind === 'heading' ? [block.level] : [];
  });
}

function SentAt({ date, locale }: { readonly date: Date; readonly locale: Locale }) {
  return (
    <time class="discord-sent" dateTime={date.toISOString()}>
      {new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(date)}
    </time>
  );
}

/** The bot's picture: a seal in the colour of its cards. */
function Seal() {
  return (
    <svg class="discord-avatar" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
      <circle cx="20" cy="20" r="20" fill="#b03a2e" />
      <text x="20" y="28" text-anchor="middle" font-size="22" fill="#fff" lang="zh-CN">
        摘
      </text>
    </svg>
  );
}
