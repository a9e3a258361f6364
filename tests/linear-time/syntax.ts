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
  /** Where arrays are spread into the arguments of `Math.max`, `Math.min`, `push` and the like. */
  readonly spreads: readonly string[];
}

/** Reads a file without its types (esbuild takes them off, acorn parses what is left). */
export function syntaxOf({ file, text }: Source): Syntax {
  const { code } = transformSync(text, {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    target: 'esnext',
    charset: 'utf8',
  });
  const syntax = {
    file,
    literals: [] as Syntax['literals'][number][],
    strings: [] as string[],
    composed: [] as Syntax['composed'][number][],
    spreads: [] as string[],
  };
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), false, (node, inFunction) => {
    if (node.type === 'Literal' && node.regex)
      syntax.literals.push({ source: node.regex.pattern, flags: node.regex.flags });
    else if (node.type === 'Literal' && typeof node.value === 'string') syntax.strings.push(node.value);
    else if (node.type === 'TemplateElement') syntax.strings.push(node.value.cooked ?? '');
    else if (node.type === 'NewExpression' || node.type === 'CallExpression') {
      const called = code.slice(node.callee.start, node.callee.end);
      const written = code.slice(node.start, node.end);
      const composes = called === 'RegExp' || (COMPILES.test(called) && isText(node.arguments[0]));
      if (composes) syntax.composed.push({ code: written, inFunction });
      if (node.arguments.some(({ type }) => type === 'SpreadElement') && TAKES_ANY_NUMBER.test(called))
        syntax.spreads.push(written);
    }
  });
  return syntax;
}

/** Takes a string for an expression, which is as good as composed. */
const COMPILES = /\.(?:match|matchAll|search|compile)$/;
/** Takes any number of arguments, which is where arrays are spread. */
const TAKES_ANY_NUMBER = /^Math\.(?:max|min)$|^String\.from|\.(?:push|unshift|splice|concat)$/;

function isText(argument: Node | undefined): boolean {
  if (argument === undefined) return false;
  if (argument.type === 'TemplateLiteral') return true;
  return argument.type === 'Literal' && 'value' in argument && typeof argument.value === 'string';
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
