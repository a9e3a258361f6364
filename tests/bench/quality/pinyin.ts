import { pinyin } from 'pinyin-pro';
import { toHans } from './scripts.ts';

/** How people type pinyin: `ma cui fang`, `mǎ cuì fāng`, `macuifang`. */
export type PinyinStyle = 'spaced' | 'with tones' | 'run together';

/** The whole question in pinyin; what is not Chinese in it stays. */
export function toPinyin(question: string, style: PinyinStyle): string {
  return pinyin(toHans(question), {
    toneType: style === 'with tones' ? 'symbol' : 'none',
    separator: style === 'run together' ? '' : ' ',
    nonZh: 'consecutive',
  });
}
