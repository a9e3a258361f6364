/** The package ships without types. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** `position`: UTF-16 offset of what may begin the next line. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
