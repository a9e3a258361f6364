import type { Locale } from '../../../chat/locale.ts';

/** Discord's letters for how a time is told: https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** From the longest on, in seconds. */
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/**
 * A time as Discord tells it, in the reader's own time zone.
 *
 * @param seconds since 1970
 * @param format Discord's letter; an unknown one is told as a date with a time
 * @param now milliseconds since 1970, for times told from now
 * @returns undefined for what is no time
 */
export function timeTold(seconds: number, format: string, locale: Locale, now: number): string | undefined {
  const date = new Date(seconds * 1_000);
  if (Number.isNaN(date.getTime())) return undefined;
  if (format !== 'R') return new Intl.DateTimeFormat(locale, FORMATS[format] ?? FORMATS.f).format(date);
  const away = seconds - Math.round(now / 1_000);
  const [unit, length] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(away / length), unit);
}
