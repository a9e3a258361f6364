/**
 * Remembers what was made of the last few texts: what is asked of many in a row is made once.
 * @param most so many texts
 * @param make always the same of the same text, and never changed afterwards
 */
export function recently<Made>(most: number, make: (text: string) => Made): (text: string) => Made {
  /** The one that was asked for last is last. */
  const known = new Map<string, Made>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.delete(text);
    known.set(text, made);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return made;
  };
}
