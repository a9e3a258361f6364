import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../chat/locale.ts';
import type { LaidDown } from '../api.ts';
import { Refused, server } from './ask-server.ts';
import { fileReason } from './file-reasons.ts';
import { problemText } from './problem-text.ts';
import { textsIn } from './texts/texts.ts';

export interface LayDownProps {
  readonly locale: Locale;
  /** Files that were dropped on the page, which are read at once. */
  readonly dropped: readonly File[];
  readonly onDone: (laidDown: LaidDown) => void;
  readonly onClose: () => void;
}

/** Where an article is laid down: a file, or its text. */
export function LayDown({ locale, dropped, onDone, onClose }: LayDownProps) {
  const { layDown: texts } = textsIn(locale);
  const dialog = useRef<HTMLDialogElement>(null);
  const [isReading, setIsReading] = useState(false);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [partly, setPartly] = useState<LaidDown>();

  const isOpen = useRef(true);
  useEffect(() => {
    dialog.current?.showModal();
    return () => {
      isOpen.current = false;
    };
  }, []);
  useEffect(() => {
    void readFiles(dropped);
  }, [dropped]);

  async function read(given: readonly Given[]): Promise<void> {
    setProblem(undefined);
    setIsReading(true);
    try {
      const laidDown = await layDownAll(given);
      if (!isOpen.current) return;
      // What of several files is no article is to be seen before it is forgotten.
      if (laidDown.refused.length > 0) setPartly(laidDown);
      else onDone(laidDown);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(problemText(error.refusal, locale));
    } finally {
      setIsReading(false);
    }
  }

  async function readFiles(files: readonly File[]): Promise<void> {
    if (files.length > 0) await read(files.map((file) => ({ name: file.name, bytes: file })));
  }

  return (
    <dialog
      ref={dialog}
      class="lay-down"
      aria-labelledby="lay-down-title"
      onClose={() => (partly === undefined || partly.articles.length === 0 ? onClose() : onDone(partly))}
    >
      <h2 id="lay-down-title">{texts.title}</h2>
      {partly === undefined ? (
        <>
          <div class="drop">
            <p>{texts.drop}</p>
            <label class="file">
              <input
                type="file"
                multiple
                disabled={isReading}
                accept=".txt,.md,.html,.htm,.mhtml,.mht,.docx,.pdf,.json,.zip"
                onChange={({ currentTarget }) => {
                  void readFiles([...(currentTarget.files ?? [])]);
                  currentTarget.value = '';
                }}
              />
              <span class="file-button">{texts.choose}</span>
            </label>
            <p class="quiet">{texts.formats}</p>
          </div>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim() !== '') void read([{ name: `${texts.pasted}.txt`, bytes: new Blob([text]) }]);
            }}
          >
            <label for="pasted">{texts.paste}</label>
            <textarea
              class="typed"
              id="pasted"
              rows={5}
              value={text}
              placeholder={texts.pastePlaceholder}
              onInput={({ currentTarget }) => setText(currentTarget.value)}
            />
            <div class="row">
              <button type="button" class="plain" onClick={() => dialog.current?.close()}>
                {texts.cancel}
              </button>
              <button type="submit" class="primary" disabled={isReading || text.trim() === ''}>
                {texts.read}
              </button>
            </div>
          </form>
          <p class="state" role="status">
            {isReading && texts.reading}
          </p>
          {problem !== undefined && (
            <p class="problem" role="alert">
              {problem}
            </p>
          )}
          <p class="quiet">{texts.stays}</p>
        </>
      ) : (
        <>
          <p>{texts.refused(partly.refused.length.toLocaleString(locale))}</p>
          <ul class="refused">
            {partly.refused.map(({ member, reason }) => (
              <li key={member}>
                <b>{member}</b> {fileReason(reason, locale)}
              </li>
            ))}
          </ul>
          <div class="row">
            <button type="button" class="primary" onClick={() => dialog.current?.close()}>
              {textsIn(locale).close}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}

interface Given {
  readonly name: string;
  readonly bytes: Blob;
}

/**
 * Lays files down one after the other: of several, one that is no article keeps no other out.
 * @throws Refused where the only one is no article, or the page's server is at fault
 */
async function layDownAll(given: readonly Given[]): Promise<LaidDown> {
  let { articles, refused }: LaidDown = { articles: [], refused: [] };
  for (const { name, bytes } of given) {
    try {
      const laidDown = await server.layDown(name, bytes);
      articles = [...articles, ...laidDown.articles];
      refused = [...refused, ...laidDown.refused];
    } catch (error) {
      const reason = error instanceof Refused ? reasonOf(error) : undefined;
      if (reason === undefined || given.length === 1) throw error;
      refused = [...refused, { member: name, reason }];
    }
  }
  return { articles, refused };
}

/** Why a file is no article; undefined where it is not the file's fault. */
function reasonOf({ refusal }: Refused): string | undefined {
  return refusal.error === 'too-large' ? 'the file is larger than what is read' : refusal.reason;
}
