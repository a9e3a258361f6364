import { useState } from 'preact/hooks';
import type { Shown } from '../../api.ts';
import type { Refused } from '../ask-server.ts';
import { problemText } from '../problem-text.ts';
import { textsIn } from '../texts/texts.ts';
import { ArticleText, type ArticleTextProps } from './article-text.tsx';
import { OriginalText } from './original-text.tsx';

export interface ArticlePanelProps extends Omit<ArticleTextProps, 'article'> {
  /** Undefined while it is on its way. */
  readonly shown: Shown | undefined;
  readonly problem: Refused['refusal'] | undefined;
}

const PARTS = ['read', 'changes'] as const;
type Part = (typeof PARTS)[number];

/** The article: as it was read, or as its file was, with all that was done to it. */
export function ArticlePanel({ shown, problem, ...props }: ArticlePanelProps) {
  const { locale } = props;
  const texts = textsIn(locale);
  const [part, setPart] = useState<Part>('read');
  if (problem !== undefined) return <p class="problem">{problemText(problem, locale)}</p>;
  if (shown === undefined) return <p class="state">{texts.loading}</p>;
  const { article } = shown;
  const count = (article.repairs.length + article.removed.length).toLocaleString(locale);

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = part === 'read' ? 'changes' : 'read';
    setPart(other);
    document.getElementById(`tab-${other}`)?.focus();
  }

  const tab = (value: Part, label: string) => (
    <button
      type="button"
      role="tab"
      id={`tab-${value}`}
      aria-selected={part === value}
      aria-controls="part"
      tabIndex={part === value ? 0 : -1}
      onClick={() => setPart(value)}
    >
      {label}
    </button>
  );
  return (
    <>
      <div class="tabs" role="tablist" aria-label={texts.parts.label} onKeyDown={onKey}>
        {tab('read', texts.parts.read)}
        {tab('changes', texts.parts.changes(count))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div class="part" id="part" role="tabpanel" aria-labelledby={`tab-${part}`} tabIndex={0}>
        {part === 'read' ? (
          <ArticleText article={article} {...props} />
        ) : (
          <OriginalText key={article.hash} shown={shown} locale={locale} />
        )}
      </div>
    </>
  );
}
