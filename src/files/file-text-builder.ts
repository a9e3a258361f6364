import type { FileText, LineEvidence, ToldMetadata } from '../article/file-text.ts';
import { withoutEdges } from '../article/lines.ts';

/** Inside a line none is meant. */
const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g;

/** Puts lines and what a file says of them together. */
export class FileTextBuilder {
  private text = '';
  private readonly evidence = new Map<number, LineEvidence>();
  private titleAt: number | undefined;
  private bodyAt: number | undefined;

  /** Adds a line; a blank one is left out. */
  add(line: string, { outside, heading }: { outside?: string | undefined; heading?: boolean | undefined } = {}): void {
    const text = withoutEdges(line.replace(LINE_BREAKS, ' '));
    if (text === '') return;
    if (this.text !== '') this.text += '\n';
    if (outside !== undefined) this.evidence.set(this.text.length, { outside });
    else if (heading !== undefined) this.evidence.set(this.text.length, { heading });
    this.text += text;
  }

  /** The line that is added next is the title. */
  titleFollows(): void {
    this.titleAt ??= this.nextAt;
  }

  /** With the line that is added next the article's own text begins. */
  bodyFollows(): void {
    this.bodyAt ??= this.nextAt;
  }

  build(told: ToldMetadata): FileText {
    const { text, evidence, titleAt, bodyAt } = this;
    return {
      text,
      evidence,
      told,
      ...(titleAt !== undefined && { titleAt }),
      ...(bodyAt !== undefined && { bodyAt }),
    };
  }

  private get nextAt(): number {
    return this.text === '' ? 0 : this.text.length + 1;
  }
}
