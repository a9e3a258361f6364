import { type AnyNode, type Node, parse } from 'acorn';
import { transformSync } from 'esbuild';
import type { Source } from './sources.ts';

/** What the syntax of a file says about its regular expressions and its strings. */
export interface Syntax {
  readonly file: string;
  /** Regular expressions written as such. */
  readonly literals: readonly { readonly source: string; readonly flags: string }[];
  /** Strings, and the fixed parts of templates. */
  readonly strings: readonly string[];
  /** Where an expression is composed: lines of the code without its types, and whether that is in a function. */
  readonly composed: readonly { readonly code: string; readonly inFunction: boolean }[];
}

/** Reads a file without its types (esbuild takes them off, acorn parses what is left). */
export function syntaxOf({ file, text }: Source): Syntax {
  const { code } = transformSync(text, { loader: 'ts', target: 'esnext', charset: 'utf8' });
  const syntax = { file, literals: [] as Syntax['literals'][number][], strings: [] as string[], composed: [] as Syntax['composed'][number][] };
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), false, (node, inFunction) => {
    if (node.type === 'Literal' && node.regex) syntax.literals.push({ source: node.regex.pattern, flags: node.regex.flags });
    else if (node.type === 'Literal' && typeof node.value === 'string') syntax.strings.push(node.value);
    else if (node.type === 'TemplateElement') syntax.strings.push(node.value.cooked ?? '');
    else if ((node.type === 'NewExpression' || node.type === 'CallExpression') && isRegExp(node.callee))
      syntax.composed.push({ code: code.slice(node.start, node.end), inFunction });
  });
  return syntax;
}

function isRegExp(callee: Node): boolean {
  return 'name' in callee && callee.name === 'RegExp';
}

function walk(node: AnyNode, inFunction: boolean, visit: (node: AnyNode, inFunction: boolean) => void): void {
  visit(node, inFunction);
  const within = inFunction || /Function/.test(node.type);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, within, visit);
    }
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
