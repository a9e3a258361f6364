/** Length of the longest run of characters that stands in both texts; O(a·b). */
export function commonSubstring(a: string, b: string): number {
  const row = new Uint16Array(b.length + 1);
  let longest = 0;
  for (let i = 0; i < a.length; i += 1) {
    if (!b.includes(a.charAt(i))) {
      row.fill(0);
      continue;
    }
    const character = a.charCodeAt(i);
    // From the end, so that row[j] is still what it was for the character of `a` before this one.
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const length = character === b.charCodeAt(j) ? (row[j] ?? 0) + 1 : 0;
      row[j + 1] = length;
      if (length > longest) longest = length;
    }
  }
  return longest;
}

/** How many characters stand in both texts in the same order, gaps allowed; O(a·b). */
export function commonSubsequence(a: string, b: string): number {
  const row = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    // A character that `b` lacks changes nothing.
    if (!b.includes(a.charAt(i))) continue;
    const character = a.charCodeAt(i);
    let diagonal = 0;
    let left = 0;
    for (let j = 0; j < b.length; j += 1) {
      const above = row[j + 1] ?? 0;
      const length = character === b.charCodeAt(j) ? diagonal + 1 : Math.max(above, left);
      diagonal = above;
      left = length;
      row[j + 1] = length;
    }
  }
  return row[b.length] ?? 0;
}
