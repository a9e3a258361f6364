/**
 * What a component takes beside its strings: measured of texts, and taken for every other kind.
 * https://github.com/discord/discord-api-docs/issues/8554
 */
export const COMPONENT_BYTES = 12;

/**
 * The weight of components as Discord stores them, in bytes: every string in UTF-8, and so much
 * for every component and every option of a select. What was measured is texts; what else is
 * stored with them is counted alike, because a big select was seen to be refused in the same way:
 * https://github.com/discord/discord-api-docs/issues/7310
 */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : COMPONENT_BYTES;
  return Object.values(value).reduce((weight: number, inner) => weight + weightOf(inner), own);
}
