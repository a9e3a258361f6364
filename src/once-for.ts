/**
 * Remembers what was made of an object, for as long as the object is there.
 * @param make always the same of the same object, and never changed afterwards
 */
export function onceFor<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, { readonly made: Made }>();
  return (of) => {
    const entry = known.get(of);
    if (entry !== undefined) return entry.made;
    const made = make(of);
    known.set(of, { made });
    return made;
  };
}
