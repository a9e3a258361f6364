import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '../../../chat/locale.ts';
import type { AttachedFile, Use } from './payload.ts';
import { type FrameTexts, frameTextsIn } from './texts.ts';

/** What every part of a message knows of the whole. */
export interface Surroundings {
  readonly locale: Locale;
  readonly files: readonly AttachedFile[];
  readonly onUse: (use: Use) => void;
  /** The levels of headings that the message has, the greatest first. */
  readonly headings: readonly number[];
}

export const MessageContext = createContext<Surroundings>({
  locale: 'zh-CN',
  files: [],
  onUse: () => undefined,
  headings: [],
});

export function useSurroundings(): Surroundings & { readonly texts: FrameTexts } {
  const surroundings = useContext(MessageContext);
  return { ...surroundings, texts: frameTextsIn(surroundings.locale) };
}
