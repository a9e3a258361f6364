/** 一、总体要求……3: a line of a table of contents, which repeats a heading and says on what page it is. */
const LEADS_TO_PAGE = /[.…·．⋯]{3}\s{0,4}\d{1,3}$/;
const HEADS_CONTENTS = /^[目次]\s{0,6}[录錄次]$/;
const MAX_LENGTH = 120;

/** @returns for each line whether it is one of a table of contents, or heads it */
export function contentsLines(lines: readonly string[]): boolean[] {
  const leads = lines.map((line) => line.length <= MAX_LENGTH && LEADS_TO_PAGE.test(line));
  return lines.map((line, at) => leads[at] === true || (HEADS_CONTENTS.test(line) && leads[at + 1] === true));
}
