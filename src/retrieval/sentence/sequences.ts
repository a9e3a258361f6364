/** Length of the longest run of characters that stands in both texts; O(a·b). */
export function commonSubstring(a: string, b: string): number {
  let above = new Uint16Array(b.length + 1);
  let longest = 0;
  for (let i = 0; i < a.length; i += 1) {
    const row = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j += 1) {
      if (a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      const length = (above[j] ?? 0) + 1;
      row[j + 1] = length;
      if (length > longest) longest = length;
    }
    above = row;
  }
  return longest;
}

/** How many characters stand in both texts in the same order, gaps allowed; O(a·b). */
export function commonSubsequence(a: string, b: string): number {
  let above = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    const row = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j += 1) {
      row[j + 1] = a.charCodeAt(i) === b.charCodeAt(j) ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0);
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
