import { basename } from 'node:path';
import { type Article, NotAnArticle } from '../article/article.ts';
import { articleFromJson } from '../article/json.ts';
import { parseText } from '../article/parse.ts';
import { type Kind, kindByName, kindOf } from '../files/kind.ts';
import { readFile } from '../files/read-file.ts';
import { memberNames, unzip } from '../files/zip.ts';
import { idOf, isOfSavedPage } from './seed-name.ts';

/** What a file was made into: an article, or one for each member of an archive. */
export interface ReadSeed {
  readonly articles: readonly Article[];
  /** Members of an archive that are none. */
  readonly refused: readonly RefusedMember[];
}

/** The same with what it was read from. */
export interface ParsedSeed extends ReadSeed {
  /** In the order of the articles, what repairs and removals count their offsets in; undefined for an article that was given as it is. */
  readonly texts: readonly (string | undefined)[];
  /** In the order of the articles, the file that each was read from: of an archive its member. */
  readonly files: readonly ReadFile[];
}

/** A file as it came. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RefusedMember {
  /** Its path in the archive. */
  readonly member: string;
  readonly reason: string;
}

/** What an archive of articles may hold; more takes longer than a page may. */
const LIMITS = { members: 300, bytes: 96 * 1024 * 1024 };

/**
 * A file's content as articles: `.json` holds one as it is, `.zip` as many as it has members, anything else one.
 * @param path of the file, for its name
 * @throws NotAnArticle with the reason, of an archive where not one of its members is an article
 */
export async function parseSeed(bytes: Uint8Array, path: string): Promise<ParsedSeed> {
  const kind = kindOf(bytes, path);
  if (typeof kind === 'object') throw new NotAnArticle(kind.reason);
  if (kind === 'zip') return parseArchive(bytes, idOf(path));
  const { article, text } = await parseOne(bytes, kind, idOf(path));
  return { articles: [article], refused: [], texts: [text], files: [{ name: basename(path), bytes }] };
}

interface ParsedFile {
  readonly article: Article;
  readonly text: string | undefined;
}

async function parseOne(bytes: Uint8Array, kind: Exclude<Kind, 'zip'>, id: string): Promise<ParsedFile> {
  if (kind === 'json') return { article: articleFromJson(bytes, id), text: undefined };
  const file = await readFile(bytes, kind);
  return { article: parseText(file, id), text: file.text };
}

/** One article after the other; what is none does not stop the others. */
async function parseArchive(bytes: Uint8Array, archiveId: string): Promise<ParsedSeed> {
  const parsed: ParsedFile[] = [];
  const files: ReadFile[] = [];
  const refused: RefusedMember[] = [];
  const others = [...new Set(memberNames(bytes))].filter((name) => !name.endsWith('/') && !isOfSystem(name));
  for (const name of others) {
    const reason = whyNotOpened(name);
    if (reason === undefined) continue;
    refused.push({ member: name, reason });
    if (refused.length < LIMITS.members) continue;
    refused.push({ member: '…', reason: `the archive holds more than ${LIMITS.members} files that are no articles` });
    break;
  }
  const given = new Set<string>();
  for (const { name, open } of unzip(
    bytes,
    LIMITS,
    (member) => !isOfSystem(member) && whyNotOpened(member) === undefined,
  )) {
    try {
      if (given.has(name)) throw new NotAnArticle('another member of the archive has the same name');
      given.add(name);
      const member = open();
      parsed.push(await parseMember(member, name, archiveId));
      files.push({ name: basename(name), bytes: member });
    } catch (error) {
      if (!(error instanceof NotAnArticle)) throw error;
      refused.push({ member: name, reason: error.message });
    }
  }
  if (parsed.length > 0) {
    return { articles: parsed.map(({ article }) => article), refused, texts: parsed.map(({ text }) => text), files };
  }
  const [first] = refused;
  if (first === undefined) throw new NotAnArticle('the archive is empty');
  const isSame = refused.every(({ reason }) => reason === first.reason) && first.reason.startsWith('the archive is');
  throw new NotAnArticle(isSame ? first.reason : `the archive holds no article; of ${first.member}: ${first.reason}`);
}

async function parseMember(bytes: Uint8Array, name: string, archiveId: string): Promise<ParsedFile> {
  const kind = kindOf(bytes, name);
  if (typeof kind === 'object') throw new NotAnArticle(kind.reason);
  if (kind === 'zip') throw new NotAnArticle(NOT_NESTED);
  return parseOne(bytes, kind, `${archiveId}-${idOf(name.replaceAll('/', '-'))}`);
}

const NOT_NESTED = 'an archive within an archive is not opened; put it beside the other';

/** By its name, before it is inflated. */
function whyNotOpened(name: string): string | undefined {
  if (name.split('/').slice(0, -1).some(isOfSavedPage)) return 'it lies in the folder that a saved page is drawn with';
  const kind = kindByName(name);
  if (typeof kind === 'object') return kind.reason;
  return kind === 'zip' ? NOT_NESTED : undefined;
}

/** What systems put beside the files is nobody's. */
function isOfSystem(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.|(?:Thumbs\.db|desktop\.ini)$)/i.test(name);
}
