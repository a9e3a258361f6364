import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../chat/locale.ts';
import type { LaidDown } from '../api.ts';
import { ArticlePanel } from './article/article-panel.tsx';
import { ArticlePicker } from './article/article-picker.tsx';
import { citedLast } from './conversation/cited.ts';
import { Composer } from './conversation/composer.tsx';
import { Conversation } from './conversation/conversation.tsx';
import { Introduction } from './conversation/introduction.tsx';
import { useConversation } from './conversation/use-conversation.ts';
import { firstLanguage, keepLanguage } from './language.ts';
import { LayDown } from './lay-down.tsx';
import { problemText } from './problem-text.ts';
import { textsIn } from './texts/texts.ts';
import { Top } from './top.tsx';
import { useArticles } from './use-articles.ts';

/** On a phone one of them is seen at a time. */
type View = 'conversation' | 'article';

/** The page to try the bot on: an article, and a conversation about it. */
function Page() {
  const [locale, setLocale] = useState<Locale>(firstLanguage);
  const [view, setView] = useState<View>('conversation');
  const [laying, setLaying] = useState<{ readonly files: readonly File[] }>();
  const [news, setNews] = useState('');
  const { held, current, shown, problem, pick, add } = useArticles();
  const conversation = useConversation(locale, current?.shelf);
  const texts = textsIn(locale);

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = texts.name;
  }, [locale]);
  useEffect(() => takeDroppedFiles((files) => setLaying({ files })), []);

  function layDown({ articles }: LaidDown): void {
    add(articles);
    setLaying(undefined);
    setNews(articles.map(({ article }) => texts.layDown.done(article.title)).join(' '));
    setView('article');
  }

  function openAddress(section: number, paragraph?: number): void {
    const operators = (held ?? []).filter(({ shelf }) => shelf === undefined);
    // Where the bot has several articles, an address says of which.
    const article = current?.shelf === undefined && operators.length > 1 ? `${current?.id ?? ''}§` : '';
    const place = paragraph === undefined ? '' : `${article === '' ? '.' : '¶'}${paragraph}`;
    conversation.say(`/${paragraph === undefined ? 'section' : 'quote'} ${article}${section}${place}`);
    show('conversation', 'log');
  }

  /** Turns to a view. @param place the id of what takes the focus, where what had it is not seen any more */
  function show(next: View, place: string): void {
    setView(next);
    setTimeout(() => {
      if (place === 'words' || !isWide()) document.getElementById(place)?.focus();
    });
  }

  return (
    <>
      <button type="button" class="skip" onClick={() => show('conversation', 'words')}>
        {texts.skip}
      </button>
      <Top
        locale={locale}
        onLocale={(chosen) => {
          keepLanguage(chosen);
          setLocale(chosen);
        }}
      />
      <nav class="views" aria-label={texts.views.label}>
        {(['conversation', 'article'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
            {texts.views[one]}
          </button>
        ))}
      </nav>
      <main class={`showing-${view}`}>
        <section class="panel article" aria-label={texts.article}>
          <div class="picker">
            <ArticlePicker held={held} current={current} locale={locale} onPick={pick} />
            <button type="button" class="plain" onClick={() => setLaying({ files: [] })}>
              {texts.another}
            </button>
          </div>
          {held?.length === 0 ? (
            <p class="state">{texts.noArticle}</p>
          ) : (
            <ArticlePanel
              // Another article is seen from its beginning.
              key={current?.shelf ?? current?.id}
              shown={shown}
              problem={problem}
              locale={locale}
              onAddress={openAddress}
              cited={current === undefined ? [] : citedLast(conversation.entries, current.id)}
              isSeen={view === 'article' || isWide()}
            />
          )}
        </section>
        <section class="panel conversation" aria-labelledby="conversation">
          <h2 id="conversation" class="unseen">
            {texts.conversation}
          </h2>
          {problem?.error === 'locked' && <p class="problem">{problemText(problem, locale)}</p>}
          <Conversation conversation={conversation} locale={locale}>
            <Introduction
              current={current}
              shown={shown}
              locale={locale}
              onOpen={() => show('article', 'part')}
              onAnother={() => setLaying({ files: [] })}
            />
          </Conversation>
          <Composer locale={locale} onAsk={conversation.say} onCheck={conversation.check} />
        </section>
      </main>
      <p class="unseen" role="status">
        {news}
      </p>
      {laying !== undefined && (
        <LayDown locale={locale} dropped={laying.files} onDone={layDown} onClose={() => setLaying(undefined)} />
      )}
    </>
  );
}

/** Files may be dropped anywhere: else the browser would leave the page for them. @returns what ends it */
function takeDroppedFiles(take: (files: readonly File[]) => void): () => void {
  const over = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) take(files);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
  };
}

/** Whether there is room for both, as `page.css` has it. */
function isWide(): boolean {
  return window.matchMedia('(min-width: 900px)').matches;
}

const place = document.getElementById('page');
if (place !== null) render(<Page />, place);
