import { useEffect, useState } from 'preact/hooks';
import type { Held, Shown } from '../api.ts';
import { Refused, server } from './ask-server.ts';

/** The articles that there are, and the one on the table. */
export interface Articles {
  /** Undefined until it is known. */
  readonly held: readonly Held[] | undefined;
  readonly current: Held | undefined;
  /** The current one, with all that was done to it; undefined while it is on its way. */
  readonly shown: Shown | undefined;
  /** Why it, or the list, does not come. */
  readonly problem: Refused['refusal'] | undefined;
  pick(held: Held): void;
  /** Adds what was laid down, and puts the first of it on the table. */
  add(laidDown: readonly Shown[]): void;
}

/** Begins with the operator's first. */
export function useArticles(): Articles {
  const [held, setHeld] = useState<readonly Held[]>();
  const [current, setCurrent] = useState<Held>();
  const [shown, setShown] = useState<Shown>();
  const [problem, setProblem] = useState<Refused['refusal']>();

  useEffect(() => {
    server.articles().then(({ articles }) => {
      setHeld(articles);
      setCurrent(articles.find(({ shelf }) => shelf === undefined) ?? articles[0]);
    }, refusedWith(setProblem));
  }, []);
  useEffect(() => {
    if (current === undefined || isOf(current, shown)) return;
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

  return {
    held,
    current,
    shown,
    problem,
    pick: setCurrent,
    add(laidDown) {
      const added = laidDown.map(heldOf);
      setHeld((before = []) => [...added, ...before]);
      setShown(laidDown[0]);
      setCurrent(added[0]);
      setProblem(undefined);
    },
  };
}

function heldOf({ shelf, article: { id, title } }: Shown): Held {
  return { id, title, ...(shelf !== undefined && { shelf }) };
}

function isOf({ id, shelf }: Held, shown: Shown | undefined): boolean {
  return shown !== undefined && shown.article.id === id && shown.shelf === shelf;
}

function refusedWith(tell: (refusal: Refused['refusal']) => void): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Refused)) throw error;
    tell(error.refusal);
  };
}
