import type { Script } from '../article/article.ts';
import type { TraditionalStandard } from '../language/traditional-text.ts';
import { type Locale, scriptOf } from './locale.ts';

/** Who reads a reply. */
export interface Reader {
  readonly locale: Locale;
  /** The script the reader is shown by `ask` and `section`; undefined shows what was published. */
  readonly script: Script | undefined;
  /** Whose Traditional characters they read; Taiwan's where undefined. */
  readonly standard?: TraditionalStandard;
  /** How many characters of a section a transport shows at a time; all of them where undefined. */
  readonly pageSize?: number;
  /** Whether a transport can show a picture. */
  readonly pictures?: boolean;
}

/** A reader whose language is known, and with it their script. @param shows what their transport can show */
export function readerIn(locale: Locale, shows: { readonly pageSize: number; readonly pictures: boolean }): Reader {
  return { locale, script: scriptOf(locale), ...shows };
}
