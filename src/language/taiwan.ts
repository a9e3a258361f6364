import * as ToTraditional from 'opencc-js/cn2t';

let convert: ((text: string) => string) | undefined;

/** A Simplified text as Taiwan spells it, by phrases. The tables are read when first needed: many articles never do. */
export function spelledInTaiwan(simplified: string): string {
  const spell = convert ?? ToTraditional.Converter({ from: 'cn', to: 'tw' });
  convert = spell;
  return spell(simplified);
}
