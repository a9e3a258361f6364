import { formatPublishedAt } from '../../../article/dateline.ts';
import type { Locale } from '../../../chat/locale.ts';
import type { Held, Shown } from '../../api.ts';
import { textsIn } from '../texts/texts.ts';

export interface IntroductionProps {
  readonly current: Held | undefined;
  readonly shown: Shown | undefined;
  readonly locale: Locale;
  readonly onOpen: () => void;
  readonly onAnother: () => void;
}

/** What this is and what one can do, for somebody who sees it for the first time. */
export function Introduction({ current, shown, locale, onOpen, onAnother }: IntroductionProps) {
  const { introduction: texts, changed } = textsIn(locale);
  const article = shown?.article;
  const count = article === undefined ? 0 : article.repairs.length + article.removed.length;
  const { source, site, publishedAt } = article ?? {};
  const facts = [source ?? site ?? '', publishedAt === undefined ? '' : formatPublishedAt(publishedAt)];
  return (
    <section class="introduction" aria-label={texts.label}>
      {current !== undefined && (
        <button type="button" class="clipping" onClick={onOpen}>
          <span class="quiet">{texts.onTheTable}</span>
          <b lang="zh">{current.title}</b>
          <span class="quiet">
            {[...facts, count === 0 ? '' : changed(count.toLocaleString(locale))]
              .filter((fact) => fact !== '')
              .join(' · ')}
          </span>
        </button>
      )}
      <p>{texts.how}</p>
      <p>
        {texts.yours}{' '}
        <button type="button" class="plain" onClick={onAnother}>
          {texts.another}
        </button>
      </p>
    </section>
  );
}
