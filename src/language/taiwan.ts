import { type Convert, traditionalConverter } from './opencc.ts';

let convert: Convert | undefined;

/** A Simplified text as Taiwan spells it, by phrases. The tables are read when first needed: many articles never do. */
export function spelledInTaiwan(simplified: string): string {
  const spell = convert ?? traditionalConverter('tw');
  convert = spell;
  return spell(simplified);
}
