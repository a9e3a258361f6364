/** Does what is done in a server one after the other, whatever becomes of what was before. */
export type InTurn = <Result>(server: string, work: () => Promise<Result>) => Promise<Result>;

/** Nothing is remembered of a server in which nothing is being done. */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (server, work) => {
    const before = last.get(server) ?? Promise.resolve();
    const done = before.then(work, work);
    last.set(server, done);
    const isOver = () => {
      if (last.get(server) === done) last.delete(server);
    };
    done.then(isOver, isOver);
    return done;
  };
}
