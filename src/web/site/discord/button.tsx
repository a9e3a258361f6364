import { foreignLanguage } from './foreign.ts';
import { Icon } from './icon.tsx';
import type { Component, Emoji } from './payload.ts';
import { useSurroundings } from './surroundings.ts';

/** Out of a box: what is pressed leads elsewhere. */
const OUTWARD_ARROW = 'M14 4h6v6M20 4l-9 9M17 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h5';

/** Discord's numbers of how a button looks. */
const LOOKS: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };
const LINK = 5;

interface ButtonProps {
  readonly button: Component;
  /** The text that it belongs to: several buttons of a message may have the same label. */
  readonly describedBy?: string;
}

export function Button({ button, describedBy }: ButtonProps) {
  const { texts, locale, onUse } = useSurroundings();
  const { style = 2, label, custom_id, url, emoji, disabled = false } = button;
  const look = `discord-button discord-button-${LOOKS[style] ?? 'secondary'}`;
  const name = label === undefined || label === '' ? (emoji?.name ?? texts.button) : undefined;
  const shown = (
    <>
      <EmojiPicture emoji={emoji} />
      {label === undefined ? null : <span lang={foreignLanguage(label, locale)}>{label}</span>}
    </>
  );
  const address = style === LINK ? webAddressOf(url) : undefined;
  if (address !== undefined && !disabled) {
    return (
      <a class={look} href={address} target="_blank" rel="noopener noreferrer" aria-label={name}>
        {shown}
        <Icon path={OUTWARD_ARROW} size={16} />
      </a>
    );
  }
  return (
    <button
      type="button"
      class={look}
      disabled={disabled || custom_id === undefined}
      aria-label={name}
      aria-describedby={describedBy}
      onClick={() => custom_id !== undefined && onUse({ customId: custom_id })}
    >
      {shown}
    </button>
  );
}

/** One of a server's own stands somewhere else: its name is shown. */
export function EmojiPicture({ emoji }: { readonly emoji: Emoji | undefined }) {
  if (emoji?.name === undefined || emoji.name === null) return null;
  const isOwn = emoji.id !== undefined && emoji.id !== null;
  return <span aria-hidden="true">{isOwn ? `:${emoji.name}:` : emoji.name}</span>;
}

function webAddressOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
