import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LOCALES, type Locale } from '../../chat/locale.ts';
import type { Held, LaidDown, Shown } from '../api.ts';
import { ArticlePanel } from './article/article-panel.tsx';
import { Refused, server } from './ask-server.ts';
import { citedLast } from './conversation/cited.ts';
import { Composer } from './conversation/composer.tsx';
import { Conversation } from './conversation/conversation.tsx';
import { Introduction } from './conversation/introduction.tsx';
import { useConversation } from './conversation/use-conversation.ts';
import { firstLanguage, keepLanguage, LANGUAGE_NAMES } from './language.ts';
import { LayDown } from './lay-down.tsx';
import { problemText } from './problem-text.ts';
import { textsIn } from './texts/texts.ts';

/** On a phone one of them is seen at a time. */
type View = 'conversation' | 'article';

/** The page to try the bot on: an article, and a conversation about it. */
function Page() {
  const [locale, setLocale] = useState<Locale>(firstLanguage);
  const [held, setHeld] = useState<readonly Held[]>();
  const [current, setCurrent] = useState<Held>();
  const [shown, setShown] = useState<Shown>();
  const [problem, setProblem] = useState<Refused['refusal']>();
  const [view, setView] = useState<View>('conversation');
  const [laying, setLaying] = useState<{ readonly file: File | undefined }>();
  const [news, setNews] = useState('');
  const texts = textsIn(locale);
  const conversation = useConversation(locale, current?.shelf);

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = texts.name;
  }, [locale]);
  useEffect(() => {
    server.articles().then(({ articles }) => {
      setHeld(articles);
      setCurrent(articles.find(({ shelf }) => shelf === undefined) ?? articles[0]);
    }, refusedWith(setProblem));
  }, []);
  useEffect(() => {
    if (current === undefined || isSame(shown, current)) return;
    setShown(undefined);
    setProblem(undefined);
    let isOver = false;
    const { id, shelf } = current;
    server.show({ id, ...(shelf !== undefined && { shelf }) }).then(
      (article) => isOver || setShown(article),
      refusedWith((refusal) => isOver || setProblem(refusal)),
    );
    return () => {
      isOver = true;
    };
  }, [current]);
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) setLaying({ file });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);

  function layDown({ articles }: LaidDown): void {
    const added = articles.map(
      ({ shelf, article: { id, title } }): Held => ({ id, title, ...(shelf !== undefined && { shelf }) }),
    );
    setHeld((before = []) => [...added, ...before]);
    setShown(articles[0]);
    setCurrent(added[0]);
    setProblem(undefined);
    setLaying(undefined);
    setNews(added[0] === undefined ? '' : texts.layDown.done(added[0].title));
    setView('article');
  }

  function openAddress(section: number, paragraph?: number): void {
    const operators = (held ?? []).filter(({ shelf }) => shelf === undefined);
    // Where the bot has several articles, an address says of which.
    const article = current?.shelf === undefined && operators.length > 1 ? `${current?.id ?? ''}§` : '';
    const place = paragraph === undefined ? '' : `${article === '' ? '.' : '¶'}${paragraph}`;
    conversation.say(`/${paragraph === undefined ? 'section' : 'quote'} ${article}${section}${place}`);
    setView('conversation');
  }

  return (
    <>
      <a class="skip" href="#words">
        {texts.skip}
      </a>
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
            onChange={({ currentTarget }) => {
              const chosen = LOCALES.find((one) => one === currentTarget.value) ?? locale;
              keepLanguage(chosen);
              setLocale(chosen);
            }}
          >
            {LOCALES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
      </header>
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
            <ArticlePicker held={held} current={current} locale={locale} onPick={setCurrent} />
            <button type="button" class="plain" onClick={() => setLaying({ file: undefined })}>
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
              onOpen={() => setView('article')}
              onAnother={() => setLaying({ file: undefined })}
            />
          </Conversation>
          <Composer locale={locale} onAsk={conversation.say} onCheck={conversation.check} />
        </section>
      </main>
      <p class="unseen" role="status">
        {news}
      </p>
      {laying !== undefined && (
        <LayDown locale={locale} dropped={laying.file} onDone={layDown} onClose={() => setLaying(undefined)} />
      )}
    </>
  );
}

/** Whether there is room for both, as `page.css` has it. */
function isWide(): boolean {
  return window.matchMedia('(min-width: 900px)').matches;
}

interface ArticlePickerProps {
  readonly held: readonly Held[] | undefined;
  readonly current: Held | undefined;
  readonly locale: Locale;
  readonly onPick: (held: Held) => void;
}

/** Which article is on the table; a choice where there are several. */
function ArticlePicker({ held = [], current, locale, onPick }: ArticlePickerProps) {
  const title = current === undefined ? '' : `《${current.title}》`;
  if (held.length < 2) return <b class="picked">{title}</b>;
  return (
    <select
      class="picked"
      aria-label={textsIn(locale).pick}
      value={current === undefined ? -1 : held.indexOf(current)}
      onChange={({ currentTarget }) => {
        const picked = held[Number(currentTarget.value)];
        if (picked !== undefined) onPick(picked);
      }}
    >
      {held.map((one, at) => (
        <option key={one.shelf ?? one.id} value={at}>
          《{one.title}》
        </option>
      ))}
    </select>
  );
}

function isSame(shown: Shown | undefined, held: Held): boolean {
  return shown !== undefined && shown.article.id === held.id && shown.shelf === held.shelf;
}

function refusedWith(tell: (refusal: Refused['refusal']) => void): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Refused)) throw error;
    tell(error.refusal);
  };
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

const place = document.getElementById('page');
if (place !== null) render(<Page />, place);
