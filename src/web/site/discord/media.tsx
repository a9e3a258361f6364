import { foreignLanguage } from './foreign.ts';
import { Icon } from './icon.tsx';
import type { AttachedText, Media, MediaItem } from './payload.ts';
import { useSurroundings } from './surroundings.ts';

/** Pictures that came with the message are shown; none is fetched: a frame says which would stand there. */
export function Gallery({ items }: { readonly items: readonly MediaItem[] }) {
  return (
    <div class="discord-gallery">
      {items.map(({ media, description }) => (
        <Picture media={media} description={description} />
      ))}
    </div>
  );
}

interface PictureProps {
  readonly media: Media | undefined;
  readonly description: string | null | undefined;
}

export function Picture({ media, description }: PictureProps) {
  const { files, texts, locale } = useSurroundings();
  const name = nameOf(media) || texts.picture;
  const words = description ?? name;
  const file = files.find((candidate) => candidate.name === name);
  if (file !== undefined && 'base64' in file) {
    const lang = foreignLanguage(words, locale);
    return <img class="discord-shown" src={`data:image/png;base64,${file.base64}`} alt={words} lang={lang} />;
  }
  return (
    <div class="discord-picture" role="img" aria-label={words} lang={foreignLanguage(words, locale)}>
      <Icon path="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01" size={24} />
      <span>{name}</span>
      {description === undefined || description === null ? null : <span>{description}</span>}
    </div>
  );
}

/** A file that goes with the message; its text is kept in the page, and nothing is asked for it. */
export function FileBox({ media }: { readonly media: Media | undefined }) {
  const { files, texts, locale } = useSurroundings();
  const name = nameOf(media);
  const file = files.find((candidate): candidate is AttachedText => 'text' in candidate && candidate.name === name);
  return (
    <div class="discord-file">
      <Icon path="M3 2h12l6 6v22H3zM15 2v6h6M8 15h8M8 20h8M8 25h5" size={24} tall={32} />
      <span class="discord-file-words">
        {file === undefined ? (
          <span>{name}</span>
        ) : (
          <a href={contentOf(file)} download={name} aria-label={texts.download(name)}>
            {name}
          </a>
        )}
        {file === undefined ? null : <span class="discord-file-size">{sizeOf(file, locale)}</span>}
      </span>
    </div>
  );
}

function contentOf({ text }: AttachedText): string {
  return `data:text/plain;charset=utf-8,${encodeURIComponent(text.toWellFormed())}`;
}

function sizeOf({ text }: AttachedText, locale: string): string {
  const bytes = new TextEncoder().encode(text).length;
  const [unit, divisor] = bytes < 1_024 ? ['byte', 1] : ['kilobyte', 1_024];
  const format = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(locale, format).format(bytes / divisor);
}

/** The last part of an address: `attachment://quotation.txt` is quotation.txt. */
function nameOf(media: Media | undefined): string {
  return media?.url.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '';
}
