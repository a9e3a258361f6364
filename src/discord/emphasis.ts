/**
 * Whether one of Discord's marks of emphasis may begin something: snake_case is no emphasis, nor is 5 * 3.
 * @param before the character before the mark, or nothing
 * @param behind the character behind it, or nothing
 */
export function mayOpen(mark: string, before: string, behind: string): boolean {
  if (mark === '_') return !/\w/.test(before) && /\S/.test(behind);
  return mark !== '*' || /\S/.test(behind);
}

/** Whether it may end something. */
export function mayClose(mark: string, before: string, behind: string): boolean {
  if (mark === '_') return !/\w/.test(behind);
  return mark !== '*' || /\S/.test(before);
}
