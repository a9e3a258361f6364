import { LOCALES, type Locale } from '../../chat/locale.ts';
import { LANGUAGE_NAMES } from './language.ts';
import { textsIn } from './texts/texts.ts';

export interface TopProps {
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
}

/** What this is, and in which language. */
export function Top({ locale, onLocale }: TopProps) {
  const texts = textsIn(locale);
  return (
    <header class="top">
      <Seal />
      <div>
        <h1>{texts.name}</h1>
        <p>{texts.promise}</p>
      </div>
      <label class="language">
        <span class="unseen">{texts.language}</span>
        <select
          value={locale}
          onChange={({ currentTarget }) => onLocale(LOCALES.find((one) => one === currentTarget.value) ?? locale)}
        >
          {LOCALES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}

/** 摘, cut in a seal. */
function Seal() {
  return (
    <svg class="seal" viewBox="0 0 40 40" aria-hidden="true">
      <rect x="1" y="1" width="38" height="38" rx="7" fill="currentColor" />
      <text x="20" y="28.5" text-anchor="middle" font-size="23" fill="#fff">
        摘
      </text>
    </svg>
  );
}
