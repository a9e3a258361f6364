import type { Locale } from '../../../chat/locale.ts';
import type { Inline } from './inline.ts';

/** The letters of a line that are shown. */
export function lettersOf(content: readonly Inline[]): string {
  return content
    .map((piece) => {
      if (piece.kind === 'text' || piece.kind === 'code') return piece.text;
      return piece.kind === 'styled' || piece.kind === 'link' ? lettersOf(piece.content) : '';
    })
    .join('');
}

/**
 * Tells a screen reader that a text is Chinese where everything around it is English: it would be spelt
 * out, or left out, in an English voice.
 *
 * @returns a value for `lang`; undefined where the text is in the language of its surroundings
 */
export function foreignLanguage(text: string, locale: Locale): 'zh' | undefined {
  if (locale !== 'en') return undefined;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return han > latin ? 'zh' : undefined;
}
