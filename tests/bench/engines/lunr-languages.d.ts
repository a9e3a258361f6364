/** lunr-languages ships no types; each file adds a language to the lunr it is given. */
declare module 'lunr-languages/lunr.stemmer.support.js' {
  export default function addStemmerSupport(target: typeof import('lunr')): void;
}

declare module 'lunr-languages/lunr.zh.js' {
  export default function addChinese(target: typeof import('lunr')): void;
}
