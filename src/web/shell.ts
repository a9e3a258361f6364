import { type Locale, localeOf } from '../chat/locale.ts';

/** What the page says before its program runs, and where it cannot. */
interface ShellTexts {
  readonly title: string;
  readonly description: string;
  readonly noScript: string;
  readonly locked: string;
}

const TEXTS: Readonly<Record<Locale, ShellTexts>> = {
  'zh-CN': {
    title: '文摘',
    description: '问一篇文章，它用自己的原话回答。',
    noScript: '这个页面需要 JavaScript。',
    locked: '请从终端里显示的链接打开这个页面。每次启动，链接都会换。',
  },
  'zh-TW': {
    title: '文摘',
    description: '問一篇文章，它用自己的原話回答。',
    noScript: '這個頁面需要 JavaScript。',
    locked: '請從終端機顯示的連結開啟這個頁面。每次啟動，連結都會換。',
  },
  en: {
    title: 'Wenzhai',
    description: 'Ask an article; it answers in its own words.',
    noScript: 'This page needs JavaScript.',
    locked: 'Open this page with the link that the terminal shows. The link changes with every start.',
  },
};

/** The page, before its program fills it. */
export function shell(locale: Locale): string {
  const { noScript } = TEXTS[locale];
  return documentOf(
    locale,
    '<link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script>',
    `<div id="page"></div><noscript>${noScript}</noscript>`,
  );
}

/** How that looks which somebody without a session sees. */
export const LOCKED_STYLE =
  'body{display:grid;min-height:90vh;margin:0;place-content:center;padding:24px;color:light-dark(#26231f,#e9e5de);' +
  'background:light-dark(#f7f4ee,#17161a);font:17px/1.7 system-ui,sans-serif;text-align:center}' +
  'h1{margin:0;color:light-dark(#b03a2e,#ef9488);font-family:serif;letter-spacing:.1em}';

/** What somebody without a session sees. */
export function lockedShell(locale: Locale): string {
  return documentOf(
    locale,
    `<style>${LOCKED_STYLE}</style>`,
    `<main><h1>${TEXTS[locale].title}</h1><p>${TEXTS[locale].locked}</p></main>`,
  );
}

function documentOf(locale: Locale, head: string, body: string): string {
  const { title, description } = TEXTS[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>${body}</body>
</html>
`;
}

/** The language of a browser, by what it asks for first. */
export function localeAskedFor(acceptLanguage: string | undefined): Locale {
  const [first = ''] = (acceptLanguage ?? '').slice(0, 200).split(/[,;]/);
  return localeOf(first.trim());
}
