import type { Locale } from '../../../chat/locale.ts';
import { type AttachedFile, type Component, type Payload, TYPE, type Use } from './payload.ts';

export interface DiscordMessageProps {
  readonly body: Payload;
  readonly files: readonly AttachedFile[];
  /** A button or a select was used. */
  readonly onUse: (use: Use) => void;
  readonly locale: Locale;
}

/** A message of the bot as Discord draws it. */
export function DiscordMessage({ body, files, onUse, locale }: DiscordMessageProps) {
  return (
    <article class="discord-message" lang={locale}>
      {body.content === undefined ? null : <div class="discord-text">{body.content}</div>}
      {body.components?.map((component, at) => (
        <DiscordComponent key={at} component={component} files={files} onUse={onUse} />
      ))}
    </article>
  );
}

interface DiscordComponentProps {
  readonly component: Component;
  readonly files: readonly AttachedFile[];
  readonly onUse: (use: Use) => void;
}

function DiscordComponent({ component, files, onUse }: DiscordComponentProps) {
  const { type, content, label, custom_id, components = [], accessory } = component;
  if (type === TYPE.text) return <div class="discord-text">{content}</div>;
  if (type === TYPE.button && custom_id !== undefined) {
    return (
      <button type="button" onClick={() => onUse({ customId: custom_id })}>
        {label}
      </button>
    );
  }
  const inner = accessory === undefined ? components : [...components, accessory];
  return (
    <div>
      {inner.map((part, at) => (
        <DiscordComponent key={at} component={part} files={files} onUse={onUse} />
      ))}
    </div>
  );
}
