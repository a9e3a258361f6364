import { about } from '../commands/about.ts';
import { ask } from '../commands/ask.ts';
import { findInArticle } from '../commands/find-in-article.ts';
import { glance } from '../commands/glance.ts';
import { quote } from '../commands/quote.ts';
import { section } from '../commands/section.ts';
import type { Command } from './chat/command.ts';

/** All commands, in the order that people see them in. */
export const COMMANDS: readonly Command[] = [ask, section, quote, about, glance, findInArticle];
