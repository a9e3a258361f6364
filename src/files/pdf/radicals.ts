/*
 * Some programs that print PDFs write the sign of a radical where a character is drawn that looks the same: ⽉ for 月.
 * Nobody can search for it, and no dictionary has it. What a sign stands for is Unicode's EquivalentUnifiedIdeograph.
 */

/** Kangxi radicals; their compatibility form is the character. */
const KANGXI = /[\u2f00-\u2fd5]/g;

/** Of the supplement, those that are characters by themselves: sign and character in turn. */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糹⺰纟⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const OF_SUPPLEMENT = new Map(
  Array.from({ length: SUPPLEMENT.length / 2 }, (_, at) => [SUPPLEMENT.charAt(2 * at), SUPPLEMENT.charAt(2 * at + 1)]),
);

/** Of two dashes that are drawn in one. */
const TWO_DASHES = '\u2e3a';
/** The one radical that is another character in Simplified, drawn by the same glyph. */
const DOOR = '\u2f3e';
const SIMPLIFIED = /[们这国说为会时来过对]/g;
const TRADITIONAL = /[們這國說為會時來過對]/g;

/**
 * How the signs of a document are read.
 * @param text the whole of it, which tells its script
 */
export function radicalReader(text: string): (part: string) => string {
  const isSimplified = (text.match(SIMPLIFIED)?.length ?? 0) >= (text.match(TRADITIONAL)?.length ?? 0);
  return (part) =>
    part
      .replaceAll(TWO_DASHES, '——')
      .replaceAll(DOOR, isSimplified ? '户' : '戶')
      .replace(KANGXI, (sign) => sign.normalize('NFKC'))
      .replace(/[\u2e80-\u2ef3]/g, (sign) => OF_SUPPLEMENT.get(sign) ?? sign);
}
