const DIGITS = '零一二三四五六七八九';
const ORDINAL =
  /第?(?<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?<unit>号楼|号线|号机|号库|号院|号店|期|批|届|轮|季度|楼|层|栋|幢|年级|标段|车间|分队|中队|小队|审|路公交|路车|站台)|第(?<rank>\d{1,3}|[一二三四五六七八九十]{1,3})(?<thing>[名次回个位天年场局节笔趟轮代版稿步章条组排站])/gu;

/** A thing that is told from others by its number: 二期, 3号楼, 第六届. */
export interface Ordinal {
  readonly number: number;
  readonly unit: string;
  /** Whether things of this kind are told apart by number: 二期 is called nothing else, the second time 第二回 as well. */
  readonly isNumbered: boolean;
}

/** The ordinals of a folded text, in order. */
export function ordinalsIn(text: string): Ordinal[] {
  return [...text.matchAll(ORDINAL)].flatMap(({ groups = {}, index }): Ordinal[] => {
    const written = groups.number ?? groups.rank ?? '';
    // 二十一栋 is not 一栋, and 408层 is a number of storeys, not the 408th.
    if (/[\d一二三四五六七八九十百千万两几多]/.test(text[index - 1] ?? '')) return [];
    const number = numberIn(written);
    return number === undefined
      ? []
      : [{ number, unit: groups.unit ?? groups.thing ?? '', isNumbered: groups.unit !== undefined }];
  });
}

const YEAR = /(?<![\d.])(?:19|20)\d\d(?![\d.%吨元块人户名岁米里亩平斤张辆台个万多余只头株棵家套件份])/g;

/** The years that a folded text names, four digits each, in order; 2000元 is none. */
export function yearsIn(text: string): string[] {
  return text.match(YEAR) ?? [];
}

const MONTH = /(\d{1,2}|[一二三四五六七八九十]{1,2})月(?!份?[内个])/g;

/** The months that a folded text names, 1 to 12, in order. */
export function monthsIn(text: string): number[] {
  return [...text.matchAll(MONTH)].flatMap(([, month = '']) => numberIn(month) ?? []);
}

/** 1 to 99. */
function numberIn(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  if (tens === undefined || ones === undefined || tens.length > 1 || ones.length > 1) return undefined;
  const ten = written.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) : 0;
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}
