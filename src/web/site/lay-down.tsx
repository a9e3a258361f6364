import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../chat/locale.ts';
import type { LaidDown } from '../api.ts';
import { Refused, server } from './ask-server.ts';
import { fileReason } from './file-reasons.ts';
import { problemText } from './problem-text.ts';
import { textsIn } from './texts/texts.ts';

export interface LayDownProps {
  readonly locale: Locale;
  /** A file that was dropped on the page, which is read at once. */
  readonly dropped: File | undefined;
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
    if (dropped !== undefined) void read(dropped.name, dropped);
  }, [dropped]);

  async function read(name: string, bytes: Blob): Promise<void> {
    setProblem(undefined);
    setIsReading(true);
    try {
      const laidDown = await server.layDown(name, bytes);
      if (!isOpen.current) return;
      // What of an archive is no article is to be seen before it is forgotten.
      if (laidDown.refused.length > 0) setPartly(laidDown);
      else onDone(laidDown);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(problemText(error.refusal, locale));
    } finally {
      setIsReading(false);
    }
  }

  const readFile = (file: File | undefined) => file !== undefined && void read(file.name, file);
  return (
    <dialog
      ref={dialog}
      class="lay-down"
      aria-labelledby="lay-down-title"
      onClose={() => (partly === undefined ? onClose() : onDone(partly))}
    >
      <h2 id="lay-down-title">{texts.title}</h2>
      {partly === undefined ? (
        <>
          <div class="drop">
            <p>{texts.drop}</p>
            <label class="file">
              <input
                type="file"
                disabled={isReading}
                accept=".txt,.md,.html,.htm,.mhtml,.mht,.docx,.pdf,.json,.zip"
                onChange={({ currentTarget }) => {
                  readFile(currentTarget.files?.[0]);
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
              if (text.trim() !== '') void read(`${texts.pasted}.txt`, new Blob([text]));
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
