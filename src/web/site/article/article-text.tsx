import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Article } from '../../../article/article.ts';
import { formatPublishedAt } from '../../../article/dateline.ts';
import type { Locale } from '../../../chat/locale.ts';
import { textsIn } from '../texts/texts.ts';

export interface ArticleTextProps {
  readonly article: Article;
  readonly locale: Locale;
  /** An address was tapped: a paragraph of a section, or the section where there is none. */
  readonly onAddress: (section: number, paragraph?: number) => void;
  /** Where the last answer stands: `2.1` for §2¶1. */
  readonly cited: readonly string[];
  /** Whether it is seen; on a phone it may stand behind the conversation. */
  readonly isSeen: boolean;
}

/** The article as it was read, each paragraph with its address. */
export function ArticleText({ article, locale, onAddress, cited, isSeen }: ArticleTextProps) {
  const texts = textsIn(locale);
  const text = useRef<HTMLElement>(null);
  const [first] = cited;
  useEffect(() => {
    if (isSeen && first !== undefined) text.current?.querySelector('.cited')?.scrollIntoView({ block: 'center' });
  }, [first, isSeen]);
  const { title, subtitle, sections, script } = article;
  return (
    <article ref={text} class="reading" lang={script === 'hant' ? 'zh-Hant' : 'zh-Hans'}>
      <h2>{title}</h2>
      {subtitle !== undefined && <p class="subtitle">{subtitle}</p>}
      <ArticleFacts article={article} locale={locale} />
      {sections.map(({ number, heading, paragraphs }) => (
        <Fragment key={number}>
          {heading !== null && (
            <h3>
              <button
                type="button"
                class="address"
                aria-label={texts.openSection(`§${number}`)}
                onClick={() => onAddress(number)}
              >
                §{number}
              </button>{' '}
              {heading}
            </h3>
          )}
          {paragraphs.map((paragraph, at) => (
            // Paragraphs stay where they are.
            <p key={at} class={cited.includes(`${number}.${at + 1}`) ? 'cited' : undefined}>
              <button
                type="button"
                class="address"
                aria-label={texts.quote(`§${number}¶${at + 1}`)}
                onClick={() => onAddress(number, at + 1)}
              >
                §{number}¶{at + 1}
              </button>
              {paragraph}
            </p>
          ))}
        </Fragment>
      ))}
    </article>
  );
}

/** What the page says about the article; what it does not say is not there. */
function ArticleFacts({ article, locale }: Pick<ArticleTextProps, 'article' | 'locale'>) {
  const texts = textsIn(locale);
  const { source, site, publishedAt, authors = [], editors, url } = article;
  const facts = [
    [texts.facts.source, source ?? ''],
    [texts.facts.site, site === source ? '' : (site ?? '')],
    [texts.facts.published, publishedAt === undefined ? '' : formatPublishedAt(publishedAt)],
    [texts.facts.authors, authors.join('、')],
    [texts.facts.editors, editors.join('、')],
  ].filter(([, value]) => value !== '');
  const isWebAddress = url !== undefined && /^https?:\/\//i.test(url);
  return (
    <>
      {facts.length > 0 && (
        <dl class="facts" lang={locale}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {isWebAddress && (
        <p class="facts" lang={locale}>
          <a href={url} target="_blank" rel="noopener noreferrer">
            {texts.page} ↗
          </a>
        </p>
      )}
    </>
  );
}
