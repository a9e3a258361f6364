/**
 * Prints, a line of JSON each, every regular expression that the modules named by the arguments compose while they are
 * loaded. It is a process of its own: a module is loaded once, and here only after the constructor is watched.
 */
import { pathToFileURL } from 'node:url';

const paths = process.argv.slice(2);
const Original = globalThis.RegExp;

globalThis.RegExp = new Proxy(Original, {
  construct: (target, args, newTarget) => reported(Reflect.construct(target, args, newTarget)),
  apply: (target, self, args) => reported(Reflect.apply(target, self, args)),
});

/** What packages compose while they are loaded is not the program's: who called stands in the third line, below this and the trap. */
function reported(expression: RegExp): RegExp {
  const caller = new Error().stack?.split('\n')[3] ?? '';
  const path = paths.find((one) => caller.includes(one) || caller.includes(pathToFileURL(one).href));
  const { source, flags } = expression;
  if (path !== undefined) process.stdout.write(`${JSON.stringify({ path, source, flags })}\n`);
  return expression;
}

for (const path of paths) await import(pathToFileURL(path).href);
