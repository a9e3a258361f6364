import { z } from 'zod';
import type { OptionDefinition } from './command.ts';

/** The options that several commands share. */

/** The longest name or address that somebody may type. */
const LONGEST_NAME = 200;

export const articleOption: OptionDefinition = {
  name: 'article',
  names: { 'zh-CN': '文章', 'zh-TW': '文章', en: 'article' },
  description: { 'zh-CN': '哪一篇文章', 'zh-TW': '哪一篇文章', en: 'Which article' },
  type: 'text',
  required: false,
  maxLength: LONGEST_NAME,
  completes: 'article',
  onlyWithSeveralArticles: true,
};

export const sectionOption: OptionDefinition = {
  name: 'section',
  names: { 'zh-CN': '章节', 'zh-TW': '章節', en: 'section' },
  description: {
    'zh-CN': '章节：编号、标题或标题里的词',
    'zh-TW': '章節：編號、標題或標題裡的詞',
    en: 'A section: its number, heading or words of the heading',
  },
  type: 'text',
  required: false,
  maxLength: LONGEST_NAME,
  completes: 'section',
};

export const privateOption: OptionDefinition = {
  name: 'private',
  names: { 'zh-CN': '仅自己可见', 'zh-TW': '僅自己可見', en: 'private' },
  description: {
    'zh-CN': '回复只给自己看',
    'zh-TW': '回覆只給自己看',
    en: 'Show the reply to you alone',
  },
  type: 'flag',
  required: false,
};

/** How the shared options are validated. */
export const sharedSchema = {
  article: z.string().max(LONGEST_NAME).optional(),
  section: z.string().max(LONGEST_NAME).optional(),
  private: z.boolean().optional(),
};

/** Whether the reply is for the one who asked alone: as they said, else as the command has it. */
export function visibilityOf(isPrivate: boolean | undefined): 'public' | 'private' {
  return isPrivate === true ? 'private' : 'public';
}
