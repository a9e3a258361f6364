import { useId } from 'preact/hooks';
import { Button } from './button.tsx';
import { Markdown } from './markdown-view.tsx';
import { FileBox, Gallery, Picture } from './media.tsx';
import { type Component, TYPE } from './payload.ts';
import { DiscordsOwnSelect, StringSelect } from './select.tsx';

/** Any component of a message. What Discord does not know is not drawn. */
export function MessageComponent({ component }: { readonly component: Component }) {
  switch (component.type) {
    case TYPE.container:
      return <Container container={component} />;
    case TYPE.section:
      return <Section section={component} />;
    case TYPE.text:
      return <Markdown text={component.content ?? ''} />;
    case TYPE.separator:
      return <Separator separator={component} />;
    case TYPE.row:
      return (
        <div class="discord-row">
          <Components components={component.components} />
        </div>
      );
    case TYPE.button:
      return <Button button={component} />;
    case TYPE.stringSelect:
      return <StringSelect key={component.custom_id} select={component} />;
    case TYPE.userSelect:
    case TYPE.roleSelect:
    case TYPE.mentionableSelect:
    case TYPE.channelSelect:
      return <DiscordsOwnSelect select={component} />;
    case TYPE.gallery:
      return <Gallery items={component.items ?? []} />;
    case TYPE.thumbnail:
      return <Picture media={component.media} description={component.description} />;
    case TYPE.file:
      return <FileBox media={component.file} />;
    default:
      return null;
  }
}

export function Components({ components = [] }: { readonly components: readonly Component[] | undefined }) {
  return (
    <>
      {components.map((component) => (
        <MessageComponent component={component} />
      ))}
    </>
  );
}

function Container({ container: { accent_color, components } }: { readonly container: Component }) {
  return (
    <div class="discord-container" style={{ '--accent': colourOf(accent_color) }}>
      <Components components={components} />
    </div>
  );
}

/** @returns undefined where a card has no colour of its own */
function colourOf(colour: number | null | undefined): string | undefined {
  if (typeof colour !== 'number' || !Number.isInteger(colour) || colour < 0 || colour > 0xffffff) return undefined;
  return `#${colour.toString(16).padStart(6, '0')}`;
}

function Section({ section: { components = [], accessory } }: { readonly section: Component }) {
  const id = useId();
  return (
    <div class="discord-section">
      <div class="discord-section-texts" id={id}>
        <Components components={components} />
      </div>
      {accessory?.type === TYPE.button ? (
        <Button button={accessory} describedBy={id} />
      ) : (
        <Components components={accessory === undefined ? [] : [accessory]} />
      )}
    </div>
  );
}

function Separator({ separator: { divider = true, spacing = 1 } }: { readonly separator: Component }) {
  const name = `discord-separator${spacing > 1 ? ' discord-separator-large' : ''}`;
  return divider ? <hr class={name} /> : <div class={name} />;
}
