import type { LineKind } from './line-kind.ts';

/** What a picture shows or who took it. */
const CAPTION =
  /^(?:图[为\d一二三四]|图[片像]?(?:[：:]|说明|来源|源)|图像加注文字|(?:视频|摄影|攝影|供图|供圖|制图|漫画|单位|注)[：:/／]|见图|资料图|上图|下图|左图|右图|表\d|附[：:表]|[△▲▼↑↓]|[（(][图圖])|[摄攝]$|[社网报]发$|发[（(].{2,12}摄[）)]$|(?:\s|记者|通讯员).{0,8}(?:摄影|攝影|拍摄)$|[供制][图圖]$|(?:[资資]料|[档檔]案)[图照圖]片?$|[图圖][/|／｜]|\d{7}|:\/\/|@/;

/** …（张三摄） */
const PICTURE_CREDIT = /(?:[摄图攝圖]片?|[资資]料照|提供|翻摄|截图)[）)]$/;
const OPENING_BRACKET = /[（(]/;

/** Whether a line is what stands below a picture. */
export function isCaption(line: string): boolean {
  return CAPTION.test(line) || (PICTURE_CREDIT.test(line) && OPENING_BRACKET.test(line));
}

/** A shorter line may well be said twice. */
const MIN_REPEATED = 8;

/**
 * Captions that a page prints again: what stands below a picture and what the picture says of itself.
 * @param from index of the first line below the head.
 */
export function repeatedCaptions(kinds: readonly LineKind[], from: number): Set<LineKind> {
  const seen = new Set<string>();
  const repeated = new Set<LineKind>();
  for (const [at, entry] of kinds.entries()) {
    const { folded } = entry.line;
    if (folded.length < MIN_REPEATED || !isCaption(folded)) continue;
    if (seen.has(folded) && at >= from) repeated.add(entry);
    seen.add(folded);
  }
  return repeated;
}
