import { useState } from 'preact/hooks';
import { foreignLanguage, lettersOf } from './foreign.ts';
import type { Inline } from './inline.ts';
import { type ListItem, type MarkdownBlock, readMarkdown } from './markdown.ts';
import { useSurroundings } from './surroundings.ts';
import { timeTold } from './time.ts';

/** A text of Discord's markdown, drawn. */
export function Markdown({ text, id }: { readonly text: string; readonly id?: string }) {
  return (
    <div class="discord-text" id={id}>
      <Blocks blocks={readMarkdown(text)} />
    </div>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly MarkdownBlock[] }) {
  return (
    <>
      {blocks.map((block) => (
        <Block block={block} />
      ))}
    </>
  );
}

function Block({ block }: { readonly block: MarkdownBlock }) {
  switch (block.kind) {
    case 'code':
      return <CodeBlock text={block.text} />;
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case 'list':
      return <List items={block.items} />;
    case 'heading':
      return <Heading level={block.level} content={block.content} />;
    case 'subtext':
      return <Line class="discord-subtext" content={block.content} />;
    case 'lines':
      return <Line class="discord-lines" content={block.content} />;
  }
}

interface LineProps {
  readonly class: string;
  readonly content: readonly Inline[];
}

function Line({ class: name, content }: LineProps) {
  const { locale } = useSurroundings();
  const text = lettersOf(content);
  return (
    <p class={name} lang={foreignLanguage(text, locale)}>
      <Inlines content={content} />
      {/* A browser shows no empty line at the end of a text unless there is one more. */}
      {text.endsWith('\n') || text === '' ? '\n' : null}
    </p>
  );
}

/** Levels follow each other without a gap below the author's name, whichever the message uses. */
function Heading({ level, content }: { readonly level: number; readonly content: readonly Inline[] }) {
  const { headings, locale } = useSurroundings();
  const Tag = (['h4', 'h5', 'h6'] as const)[Math.max(0, headings.indexOf(level))] ?? 'h4';
  return (
    <Tag class={`discord-heading discord-heading-${level}`} lang={foreignLanguage(lettersOf(content), locale)}>
      <Inlines content={content} />
    </Tag>
  );
}

/** A scrolling part of a page has to be reached without a mouse. */
function CodeBlock({ text }: { readonly text: string }) {
  const { locale } = useSurroundings();
  return (
    <pre class="discord-code" lang={foreignLanguage(text, locale)}>
      <code>{text}</code>
    </pre>
  );
}

/** What stands farther in is a list of its own within the item above it. */
function List({ items }: { readonly items: readonly ListItem[] }) {
  const { locale } = useSurroundings();
  const Tag = items[0]?.number === undefined ? 'ul' : 'ol';
  return (
    <Tag class="discord-list">
      {withThoseWithin(items).map(({ item: { number, content }, within }) => (
        <li {...(number === undefined ? {} : { value: number })} lang={foreignLanguage(lettersOf(content), locale)}>
          <Inlines content={content} />
          {within.length === 0 ? null : <List items={within} />}
        </li>
      ))}
    </Tag>
  );
}

interface ItemWithList {
  readonly item: ListItem;
  readonly within: readonly ListItem[];
}

function withThoseWithin(items: readonly ListItem[]): ItemWithList[] {
  const outer: { item: ListItem; within: ListItem[] }[] = [];
  for (const item of items) {
    const above = outer.at(-1);
    if (above !== undefined && item.depth > above.item.depth) above.within.push(item);
    else outer.push({ item, within: [] });
  }
  return outer;
}

function Inlines({ content }: { readonly content: readonly Inline[] }) {
  return (
    <>
      {content.map((piece) => (
        <InlinePiece piece={piece} />
      ))}
    </>
  );
}

function InlinePiece({ piece }: { readonly piece: Inline }) {
  const { texts } = useSurroundings();
  switch (piece.kind) {
    case 'text':
      return <>{piece.text}</>;
    case 'styled':
      return <Styled piece={piece} />;
    case 'code':
      return <code class="discord-inline-code">{piece.text}</code>;
    case 'link':
      return (
        <a href={piece.url} target="_blank" rel="noopener noreferrer">
          <Inlines content={piece.content} />
        </a>
      );
    case 'mention':
      return <span class="discord-mention">{texts.mention(piece.of, piece.name)}</span>;
    case 'emoji':
      return <>:{piece.name}:</>;
    case 'time':
      return <Time seconds={piece.seconds} format={piece.format} />;
  }
}

function Styled({ piece: { style, content } }: { readonly piece: Extract<Inline, { kind: 'styled' }> }) {
  const inner = <Inlines content={content} />;
  switch (style) {
    case 'bold':
      return <strong>{inner}</strong>;
    case 'italic':
      return <em>{inner}</em>;
    case 'underline':
      return <u>{inner}</u>;
    case 'struck':
      return <s>{inner}</s>;
    case 'spoiler':
      return <Spoiler>{inner}</Spoiler>;
  }
}

function Spoiler({ children }: { readonly children: preact.ComponentChildren }) {
  const { texts } = useSurroundings();
  const [isShown, setShown] = useState(false);
  if (isShown) return <span class="discord-spoiler-shown">{children}</span>;
  const show = () => setShown(true);
  return (
    // A button of the browser's own would not be broken over lines.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      class="discord-spoiler"
      role="button"
      tabIndex={0}
      aria-label={texts.spoiler}
      onClick={show}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        show();
      }}
    >
      <span aria-hidden="true" inert>
        {children}
      </span>
    </span>
  );
}

function Time({ seconds, format }: { readonly seconds: number; readonly format: string }) {
  const { locale } = useSurroundings();
  const told = timeTold(seconds, format, locale, Date.now());
  if (told === undefined) return <>{`<t:${seconds}:${format}>`}</>;
  return (
    <time
      class="discord-time"
      dateTime={new Date(seconds * 1_000).toISOString()}
      title={timeTold(seconds, 'F', locale, Date.now())}
    >
      {told}
    </time>
  );
}
