import type { CommandDefinition } from './command.ts';

/** What somebody typed where commands have no interface of their own, understood. */
export type Typed =
  | { readonly kind: 'blank' }
  | { readonly kind: 'help' }
  | { readonly kind: 'command'; readonly name: string; readonly options: Record<string, unknown> };

/** `section:2` and `private:true` in front of or behind the words. */
const NAMED_OPTION = /(?:^|\s)([a-z]+):(\S+)/g;
/** What people call message commands on a keyboard. */
const SHORT_NAMES: Readonly<Record<string, string>> = { find: 'find-in-article' };

/** Reads `/name words`, `/name option:value words`, or a bare question. The words are the command's first option. */
export function readTyped(line: string, commands: readonly CommandDefinition[]): Typed {
  const text = line.trim();
  if (text === '') return { kind: 'blank' };
  const typed = /^[/／](\S+)\s*(.*)$/su.exec(text);
  if (typed === null) return { kind: 'command', name: 'ask', options: { question: text } };
  const [, typedName = '', rest = ''] = typed;
  const lower = typedName.toLowerCase();
  if (lower === 'help' || lower === '?') return { kind: 'help' };
  const command = commands.find((candidate) => isCalled(candidate, SHORT_NAMES[lower] ?? lower));
  if (command === undefined) return { kind: 'command', name: typedName, options: {} };
  return { kind: 'command', name: command.name, options: readOptions(rest, command) };
}

function isCalled(command: CommandDefinition, name: string): boolean {
  return command.name === name || Object.values(command.names).includes(name);
}

function readOptions(rest: string, command: CommandDefinition): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  const words = rest.replace(NAMED_OPTION, (whole, name: string, value: string) => {
    const option = command.options.find((candidate) => candidate.name === name);
    if (option === undefined) return whole;
    options[name] = option.type === 'flag' ? /^(true|yes|1|是)$/i.test(value) : value;
    return ' ';
  });
  const first = command.options.find(({ type, name }) => type === 'text' && options[name] === undefined);
  if (first !== undefined && words.trim() !== '') options[first.name] = words.trim();
  return first?.required ? { [first.name]: '', ...options } : options;
}
